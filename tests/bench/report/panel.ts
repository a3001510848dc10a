import type { PlotGroup, PlotRow } from './plot-rows';
import type { Scale } from './scale';
import { element, escaped } from './svg';

/** Sizes in drawing units, which are pixels where the drawing is shown at its own size. */
export const WIDTH = 1080;
export const MARGIN = 24;
/** Where axes begin and end. */
export const AXIS = { from: 440, to: WIDTH - 170 };
const ROW = 22;
const GAP = 14;

export const ink = '#1b1f24';
const faint = '#d5d9df';
/** Told apart by shape and by the words beside each mark as well, so that no colour has to be seen. */
const fills = { ours: '#0b5cad', other: '#6b7785', missed: '#b3261e' };

export interface Panel {
  readonly title: string;
  readonly groups: readonly PlotGroup[];
  readonly scale: Scale;
  /** A value that a line is drawn at. */
  readonly line: number | null;
}

/** Draws a panel below `top`; gives back its elements, and where it ends. */
export function drawPanel(panel: Panel, top: number): { elements: string[]; bottom: number } {
  const { title, groups, scale, line } = panel;
  const axisTop = top + ROW + GAP;
  const marks: string[] = [];
  let y = axisTop;
  for (const group of groups) {
    if (group.title) {
      marks.push(text(MARGIN, y + 16, group.title, { 'font-weight': 600 }));
    }
    for (const row of group.rows) {
      marks.push(...drawRow(row, y, scale, line));
      y += ROW;
    }
    y += GAP;
  }
  const elements = [text(MARGIN, top + ROW, title, { 'font-weight': 600, 'font-size': 15 })];
  for (const tick of scale.ticks) {
    const x = scale.at(tick);
    elements.push(vertical(x, axisTop, y, faint, 1));
    elements.push(
      text(x, y + 16, tick.toLocaleString('en-US'), { 'text-anchor': 'middle', 'font-size': 11 }),
    );
  }
  if (line !== null) elements.push(vertical(scale.at(line), axisTop, y, ink, 2));
  return { elements: [...elements, ...marks], bottom: y + ROW };
}

export function text(
  x: number,
  y: number,
  words: string,
  attributes: Readonly<Record<string, string | number>>,
): string {
  return element('text', { x, y, ...attributes }, escaped(words));
}

function drawRow(row: PlotRow, y: number, scale: Scale, line: number | null): string[] {
  const middle = y + ROW / 2;
  const x = scale.at(row.value);
  const fill = fills[row.kind];
  const marks = [
    text(AXIS.from - 10, middle + 4, row.label, { 'text-anchor': 'end', 'font-size': 12 }),
    horizontal(line === null ? AXIS.from : scale.at(line), x, middle, fill, 1),
  ];
  let right = Math.max(x, line === null ? 0 : scale.at(line));
  if (row.spread) {
    const high = scale.at(row.spread.maximum);
    marks.push(horizontal(scale.at(row.spread.minimum), high, middle, ink, 2));
    right = Math.max(right, high);
  }
  if (row.promise !== null) {
    const promised = scale.at(row.promise);
    marks.push(vertical(promised, y + 2, y + ROW - 2, ink, 2));
    right = Math.max(right, promised);
  }
  const shape =
    row.kind === 'other'
      ? element('circle', {
          cx: x,
          cy: middle,
          r: 5,
          fill: '#ffffff',
          stroke: fill,
          'stroke-width': 2,
        })
      : element('circle', { cx: x, cy: middle, r: 6, fill });
  marks.push(shape, text(right + 12, middle + 4, row.number, { 'font-size': 12 }));
  return marks;
}

function horizontal(from: number, to: number, y: number, stroke: string, width: number): string {
  return element('line', { x1: from, x2: to, y1: y, y2: y, stroke, 'stroke-width': width });
}

function vertical(x: number, from: number, to: number, stroke: string, width: number): string {
  return element('line', { x1: x, x2: x, y1: from, y2: to, stroke, 'stroke-width': width });
}
