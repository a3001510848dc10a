import { headersNamed, type Asked } from './asked';
import { NOW } from './askers';
import type { DatedLog } from './dated-log';

/** Of when a request may be answered. */
export interface AskedTime {
  /** The sequence of the log; null where it must be refused. */
  readonly sequence: number | null;
  /** Whether it says any time at all. */
  readonly isSaid: boolean;
  /** Whether only a header says it. */
  readonly isByHeader: boolean;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/** What the address says goes before what a header says; what is said twice must be the same. */
export function askedTime(asked: Asked, dated: DatedLog): AskedTime {
  const valuesOf = (name: string) =>
    asked.parameters.filter(([own]) => own === name).map(([, value]) => value);
  const instants = valuesOf('asOf').map((value) =>
    sequenceBy(value.replace(' ', '+'), INSTANT, dated),
  );
  const editions = valuesOf('edition').map((value) => dated.sequenceOf(value));
  const inAddress = [...instants, ...editions];
  if (inAddress.length > 0) {
    const isBoth = instants.length > 0 && editions.length > 0;
    const [one = null] = inAddress;
    const isOne = !isBoth && inAddress.every((each) => each === one);
    return { sequence: isOne ? one : null, isSaid: true, isByHeader: false };
  }
  const dates = headersNamed(asked, 'accept-datetime');
  const [date] = dates;
  if (date === undefined) return { sequence: dated.length, isSaid: false, isByHeader: false };
  const sequence = dates.length === 1 ? sequenceBy(date, HTTP_DATE, dated) : null;
  return { sequence, isSaid: true, isByHeader: true };
}

function sequenceBy(value: string, form: RegExp, dated: DatedLog): number | null {
  const instant = Date.parse(value);
  if (!form.test(value) || Number.isNaN(instant) || instant > NOW) return null;
  return dated.sequenceBy(instant);
}
