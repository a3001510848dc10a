import { isOurs } from '../contenders/contender';
import type { Spread } from '../measurements/spread';
import { figures } from './number';
import { perProcessorSecond, promised } from './reference';
import type { Results } from './results';
import { holds, modeNames, verdictsOn } from './verdict';

/** One line of a plot. */
export interface PlotRow {
  readonly label: string;
  readonly value: number;
  readonly spread: Spread | null;
  /** Where on the axis the promise lies; null where none is made. */
  readonly promise: number | null;
  /** The value in words. */
  readonly number: string;
  readonly kind: 'ours' | 'other' | 'missed';
}

/** Lines that belong together. */
export interface PlotGroup {
  readonly title: string;
  readonly rows: readonly PlotRow[];
}

/** What each answers for a second of processor time, in groups of what is compared. */
export function rateGroups({ rates }: Results): PlotGroup[] {
  const titleOf = ({ mode, question }: (typeof rates)[number]) => `${modeNames[mode]} ${question}`;
  return [...new Set(rates.map(titleOf))].map((title) => ({
    title,
    rows: rates
      .filter((cell) => titleOf(cell) === title)
      .flatMap((cell): PlotRow[] => {
        const spread = perProcessorSecond(cell);
        if (!spread) return [];
        const promise = promised(cell, rates);
        const isMissed = promise !== null && spread.median < promise;
        return [
          {
            label: cell.contender,
            value: spread.median,
            spread,
            promise,
            number: `${isMissed ? 'missed: ' : ''}${figures(spread.median)}/s`,
            kind: isMissed ? 'missed' : isOurs(cell.contender) ? 'ours' : 'other',
          },
        ];
      }),
  }));
}

/** How many times better than promised each thing is; less than 1 is a promise that is not kept. */
export function promiseGroup(results: Results): PlotGroup {
  const rows = verdictsOn(results).flatMap((verdict): PlotRow[] => {
    const { what, who, unit, bar, measured } = verdict;
    // A slope may be nothing or less, which has no place on this axis; the table tells it.
    if (!bar || measured === null || measured <= 0) return [];
    const isKept = holds(verdict) === true;
    return [
      {
        label: `${what}: ${who}`,
        value: bar.better === 'more' ? measured / bar.value : bar.value / measured,
        spread: null,
        promise: null,
        number: `${isKept ? '' : 'missed: '}${figures(measured)} ${unit}`,
        kind: isKept ? 'ours' : 'missed',
      },
    ];
  });
  return { title: '', rows };
}
