import { GENESIS, type Sequence } from '../../publications/publication';
import type { History } from '../catalogue/history';
import { ApiError } from '../errors';

/** Of which time a request wants to be answered. */
export interface AskedTime {
  /** The last entry of the log that it is to see; null for now. */
  readonly sequence: Sequence | null;
  readonly isPast: boolean;
  /** Whether a header says so, which the address does not. */
  readonly isByHeader: boolean;
}

export const NOW: AskedTime = { sequence: null, isPast: false, isByHeader: false };

/** RFC 3339, 5.6. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
/** RFC 9110, 5.6.7: the one form that senders may use. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * By `?asOf=`, by `?edition=`, or by RFC 7089's Accept-Datetime: the same on every method.
 *
 * @param url with its query string.
 * @param now milliseconds since the epoch.
 * @returns `BAD_USER_INPUT` where what it says cannot be meant.
 */
export function askedTime(
  url: string,
  acceptDatetime: string | undefined,
  history: History,
  now: number,
): AskedTime | ApiError {
  const asked = askedInAddress(url, history, now);
  if (asked instanceof ApiError) return asked;
  if (asked !== null) return { sequence: asked, isPast: true, isByHeader: false };
  if (acceptDatetime === undefined) return NOW;
  // One that names no day of the calendar is read as another day, and comes back otherwise than it was written.
  const instant = HTTP_DATE.test(acceptDatetime) ? Date.parse(acceptDatetime) : NaN;
  if (Number.isNaN(instant) || new Date(instant).toUTCString() !== acceptDatetime) {
    return refused(
      'Header "Accept-Datetime"',
      'It is no date of HTTP.',
      'Write it as: Sat, 31 Jan 2026 09:00:00 GMT.',
    );
  }
  const sequence = sequenceAt(instant, 'Header "Accept-Datetime"', history, now);
  if (sequence instanceof ApiError) return sequence;
  return { sequence, isPast: true, isByHeader: true };
}

function askedInAddress(url: string, history: History, now: number): Sequence | null | ApiError {
  const start = url.indexOf('?');
  if (start === -1) return null;
  const parameters = new URLSearchParams(url.slice(start + 1));
  const [asOf, ...otherInstants] = parameters.getAll('asOf');
  const [edition, ...otherEditions] = parameters.getAll('edition');
  if (otherInstants.length > 0 || otherEditions.length > 0) {
    return refused('Parameters "asOf" and "edition"', 'One was given twice.', 'Give it once.');
  }
  if (asOf !== undefined && edition !== undefined) {
    return refused('Parameters "asOf" and "edition"', 'Both were given.', 'Give one of them.');
  }
  if (edition !== undefined) return sequenceOf(edition, history);
  if (asOf === undefined) return null;
  // A plus sign in an address is a space, and everybody forgets it.
  const instant = asOf.replace(' ', '+');
  if (!INSTANT.test(instant) || !isDay(instant.slice(0, 10)) || Number.isNaN(Date.parse(instant))) {
    return refused(
      'Parameter "asOf"',
      'It is no instant.',
      'Write it as RFC 3339 has it: 2026-01-31T09:00:00Z.',
    );
  }
  return sequenceAt(Date.parse(instant), 'Parameter "asOf"', history, now);
}

/** Whether the calendar has this day: `Date.parse` reads the 31st of February as the 3rd of March. */
function isDay(day: string): boolean {
  const read = new Date(day);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

function sequenceAt(
  instant: number,
  where: string,
  history: History,
  now: number,
): Sequence | ApiError {
  if (instant > now) return refused(where, 'It is a time to come.', 'Ask for one that has been.');
  return history.sequenceAt(new Date(instant).toISOString());
}

function sequenceOf(edition: string, history: History): Sequence | ApiError {
  if (edition === GENESIS) return 0 as Sequence;
  return (
    history.sequenceOf(edition) ??
    refused(
      'Parameter "edition"',
      'There never was one of this name.',
      'Take it from "Content-Edition" or from the field "edition".',
    )
  );
}

function refused(where: string, what: string, remedy: string): ApiError {
  return new ApiError('BAD_USER_INPUT', { where, what, remedy });
}

/** The address under which the same question is answered at that edition for ever. */
export function addressAt(url: string, edition: string): string {
  const start = url.indexOf('?');
  const path = start === -1 ? url : url.slice(0, start);
  const parameters = new URLSearchParams(start === -1 ? '' : url.slice(start));
  parameters.delete('asOf');
  parameters.set('edition', edition);
  return `${path}?${parameters.toString()}`;
}
