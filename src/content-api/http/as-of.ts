import { GENESIS, type Sequence } from '../../publications/publication';
import type { History } from '../catalogue/history';
import { ApiError } from '../errors';

/** The parts of a request that say when. */
export interface AskedTime {
  /** With its query string. */
  readonly url: string;
  readonly method: string;
  readonly acceptDatetime: string | undefined;
}

/** RFC 3339, 5.6. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
/** RFC 9110, 5.6.7: the one form that senders may use. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * Which sequence of the log a request wants to be answered at: by `?asOf=`, by `?edition=`, or by RFC 7089's
 * Accept-Datetime on a GET.
 *
 * @param now milliseconds since the epoch.
 * @returns null where it says nothing, and so means now; `BAD_USER_INPUT` where it cannot be meant.
 */
export function askedSequence(
  { url, method, acceptDatetime }: AskedTime,
  history: History,
  now: number,
): Sequence | null | ApiError {
  const start = url.indexOf('?');
  // Most addresses name neither, and reading their parameters costs more than looking for the words.
  if (start !== -1 && (url.includes('asOf=') || url.includes('edition='))) {
    const parameters = new URLSearchParams(url.slice(start + 1));
    const asOf = parameters.get('asOf');
    const edition = parameters.get('edition');
    if (asOf !== null && edition !== null)
      return refused('Parameters "asOf" and "edition"', 'Both were given.', 'Give one of them.');
    if (asOf !== null) {
      // A plus sign in an address is a space, and everybody forgets it.
      const instant = asOf.replace(' ', '+');
      if (!INSTANT.test(instant) || Number.isNaN(Date.parse(instant))) {
        return refused(
          'Parameter "asOf"',
          'It is no instant.',
          'Write it as RFC 3339 has it: 2026-01-31T09:00:00Z.',
        );
      }
      return sequenceAt(Date.parse(instant), 'Parameter "asOf"', history, now);
    }
    if (edition !== null) return sequenceOf(edition, history);
  }
  if (acceptDatetime === undefined || method === 'POST') return null;
  if (!HTTP_DATE.test(acceptDatetime) || Number.isNaN(Date.parse(acceptDatetime))) {
    return refused(
      'Header "Accept-Datetime"',
      'It is no date of HTTP.',
      'Write it as: Sat, 31 Jan 2026 09:00:00 GMT.',
    );
  }
  return sequenceAt(Date.parse(acceptDatetime), 'Header "Accept-Datetime"', history, now);
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
  const [path = '/graphql', search = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(search);
  parameters.delete('asOf');
  parameters.set('edition', edition);
  return `${path}?${parameters.toString()}`;
}
