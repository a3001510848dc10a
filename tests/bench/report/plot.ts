import { figures } from './number';
import { AXIS, drawPanel, ink, MARGIN, text, WIDTH, type Panel } from './panel';
import { promiseGroup, rateGroups } from './plot-rows';
import type { Results } from './results';
import { logarithmicScale } from './scale';
import { element, escaped } from './svg';
import { holds, verdictsOn } from './verdict';

const TITLE = 'How fast the content API answers';

/** Draws the results as SVG: every rate on one axis, and how far each promise is from its bar on another. */
export function plot(results: Results): string {
  const elements = [text(MARGIN, MARGIN + 20, TITLE, { 'font-size': 20, 'font-weight': 600 })];
  let bottom = MARGIN + 30;
  for (const panel of panelsOf(results)) {
    const drawn = drawPanel(panel, bottom);
    elements.push(...drawn.elements);
    bottom = drawn.bottom + MARGIN;
  }
  const drawing = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${bottom}`,
      width: WIDTH,
      height: bottom,
      role: 'img',
      'aria-labelledby': 'title description',
      'font-family': 'system-ui, sans-serif',
      'font-size': 13,
      fill: ink,
    },
    element('title', { id: 'title' }, TITLE),
    element('desc', { id: 'description' }, escaped(described(results))),
    element('rect', { width: WIDTH, height: bottom, fill: '#ffffff' }),
    ...elements,
  );
  return `${drawing}\n`;
}

function panelsOf(results: Results): Panel[] {
  const rates = rateGroups(results);
  const values = rates.flatMap(({ rows }) => rows.map(({ value }) => value));
  const promises = promiseGroup(results);
  const distances = promises.rows.map(({ value }) => value);
  const panels: Panel[] = [
    {
      title:
        "Answers for a second of the server's processor; filled: the content API, upright stroke: what is promised of it",
      groups: rates,
      scale: logarithmicScale(values, AXIS.from, AXIS.to),
      line: null,
    },
    {
      title: 'Times as good as promised; left of the line a promise is missed',
      groups: [promises],
      scale: logarithmicScale([0.5, 2, ...distances], AXIS.from, AXIS.to),
      line: 1,
    },
  ];
  return panels.filter(({ groups }) => groups.some(({ rows }) => rows.length > 0));
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
