import { isOurs } from '../contenders/contender';
import { spreadOf, type Spread } from '../measurements/spread';
import { figures } from './number';
import type { Results } from './results';
import { logarithmicScale, type Scale } from './scale';
import { element, escaped } from './svg';
import { holds, modeNames, verdictsOn, type Verdict } from './verdict';

const WIDTH = 960;
const LABEL_WIDTH = 330;
const NUMBER_WIDTH = 130;
const PLOT = { from: LABEL_WIDTH, to: WIDTH - NUMBER_WIDTH };
const ROW = 22;
const GAP = 16;
const MARGIN = 24;

const ink = '#1b1f24';
const faint = '#c9ced6';
/** Told apart by lightness too, and by the words beside each row, so that no colour has to be seen. */
const fills = { ours: '#0b5cad', others: '#9aa7b5', kept: '#0b5cad', missed: '#b3261e' };

/** One horizontal mark with its label, its whisker and its number. */
interface Row {
  readonly label: string;
  readonly value: number;
  readonly spread: Spread | null;
  readonly number: string;
  readonly fill: string;
}

interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Draws the results: every rate on one axis, and how far each promise is from its bar on another. */
export function plot(results: Results): string {
  const drawing: string[] = [];
  let y = MARGIN + 20;
  drawing.push(
    text(MARGIN, y, 'How fast the content API answers', { 'font-size': 20, 'font-weight': 600 }),
  );
  y += 26;

  const rates = rateGroups(results);
  if (rates.length > 0) {
    const values = rates.flatMap(({ rows }) => rows.map(({ value }) => value));
    y = panel(
      drawing,
      y,
      'Answers a second (each step is ten times as many)',
      rates,
      logarithmicScale(values, PLOT.from, PLOT.to),
      null,
    );
  }
  const distances = verdictGroup(verdictsOn(results));
  if (distances.rows.length > 0) {
    const values = distances.rows.map(({ value }) => value);
    const scale = logarithmicScale([0.5, 2, ...values], PLOT.from, PLOT.to);
    y = panel(
      drawing,
      y + GAP,
      'How each promise is kept (1 is the promise; right of it is better)',
      [distances],
      scale,
      1,
    );
  }

  const height = y + MARGIN;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
      width: WIDTH,
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': 'title description',
      'font-family': 'system-ui, sans-serif',
      'font-size': 13,
      fill: ink,
    },
    element('title', { id: 'title' }, 'How fast the content API answers'),
    element('desc', { id: 'description' }, escaped(described(results))),
    element('rect', { width: WIDTH, height: Math.ceil(height), fill: '#ffffff' }),
    ...drawing,
  )}\n`;
}

function rateGroups({ rates }: Results): Group[] {
  const titles = [...new Set(rates.map(({ mode, question }) => `${modeNames[mode]} ${question}`))];
  return titles.map((title) => ({
    title,
    rows: rates
      .filter(({ mode, question }) => `${modeNames[mode]} ${question}` === title)
      .map(({ contender, samples }) => {
        const spread = spreadOf(samples.map(({ perSecond }) => perSecond));
        return {
          label: contender,
          value: spread.median,
          spread,
          number: `${figures(spread.median)}/s`,
          fill: isOurs(contender) ? fills.ours : fills.others,
        };
      }),
  }));
}

function verdictGroup(verdicts: readonly Verdict[]): Group {
  const rows = verdicts.flatMap((verdict): Row[] => {
    const { what, who, unit, bar, measured } = verdict;
    // A slope may be nothing or less, which has no place on this axis; the table tells it.
    if (!bar || measured === null || measured <= 0) return [];
    const isKept = holds(verdict) === true;
    return [
      {
        label: `${what}: ${who}`,
        value: bar.better === 'more' ? measured / bar.value : bar.value / measured,
        spread: null,
        number: `${isKept ? '' : 'missed: '}${figures(measured)} ${unit}`,
        fill: isKept ? fills.kept : fills.missed,
      },
    ];
  });
  return { title: '', rows };
}

/** Draws groups of rows over one axis, and gives back where the drawing ends. */
function panel(
  drawing: string[],
  top: number,
  title: string,
  groups: readonly Group[],
  scale: Scale,
  bar: number | null,
): number {
  let y = top + ROW;
  drawing.push(text(MARGIN, y, title, { 'font-weight': 600, 'font-size': 15 }));
  const axisTop = y + GAP / 2;
  const marks: string[] = [];
  for (const group of groups) {
    y += GAP;
    if (group.title) {
      marks.push(text(MARGIN, y + 12, group.title, { 'font-weight': 600 }));
      y += ROW;
    }
    for (const row of group.rows) {
      marks.push(...rowMarks(row, y, scale, bar ?? scale.ticks[0] ?? 0));
      y += ROW;
    }
  }
  for (const tick of scale.ticks) {
    const x = scale.at(tick);
    drawing.push(element('line', { x1: x, x2: x, y1: axisTop, y2: y, stroke: faint }));
    drawing.push(text(x, y + 16, figures(tick), { 'text-anchor': 'middle', 'font-size': 11 }));
  }
  if (bar !== null) {
    const x = scale.at(bar);
    drawing.push(
      element('line', { x1: x, x2: x, y1: axisTop, y2: y, stroke: ink, 'stroke-width': 2 }),
    );
  }
  drawing.push(...marks);
  return y + ROW;
}

function rowMarks(row: Row, y: number, scale: Scale, origin: number): string[] {
  const start = scale.at(origin);
  const end = scale.at(row.value);
  const middle = y + ROW / 2 - 2;
  const marks = [
    text(PLOT.from - 8, middle + 4, row.label, { 'text-anchor': 'end', 'font-size': 12 }),
    element('rect', {
      x: Math.min(start, end),
      y: y + 2,
      width: Math.max(Math.abs(end - start), 1),
      height: ROW - 8,
      fill: row.fill,
    }),
  ];
  if (row.spread) {
    const [low, high] = [scale.at(row.spread.minimum), scale.at(row.spread.maximum)];
    marks.push(
      element('line', {
        x1: low,
        x2: high,
        y1: middle,
        y2: middle,
        stroke: ink,
        'stroke-width': 2,
      }),
    );
  }
  const right = Math.max(start, end, row.spread ? scale.at(row.spread.maximum) : 0);
  marks.push(text(right + 6, middle + 4, row.number, { 'font-size': 12 }));
  return marks;
}

function text(
  x: number,
  y: number,
  words: string,
  attributes: Readonly<Record<string, string | number>>,
): string {
  return element('text', { x, y, ...attributes }, escaped(words));
}

/** The same in words, for those who do not see the drawing. */
function described(results: Results): string {
  const rates = rateGroups(results).map(
    ({ title, rows }) =>
      `${title}: ${rows.map(({ label, number }) => `${label} ${number}`).join(', ')}.`,
  );
  const promises = verdictsOn(results).flatMap((verdict) => {
    const { what, who, unit, bar, measured } = verdict;
    if (!bar || measured === null) return [];
    const kept = holds(verdict) ? 'kept' : 'missed';
    return [
      `${what}, ${who}: ${figures(measured)} ${unit}, promised ${figures(bar.value)}, ${kept}.`,
    ];
  });
  return `Medians. ${[...rates, ...promises].join(' ')}`;
}
