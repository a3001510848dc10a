import { ApiError } from '../errors';
import type { DefectLog } from '../answering/defects';

/** What a request is refused with, in whichever form. */
export type Refusal = Pick<ApiError, 'status' | 'code' | 'message'>;

const TOO_LARGE: ReadonlySet<number> = new Set([413, 414, 431]);

/** What was thrown while a request was read or answered, as a refusal. What nobody foresaw is logged whole. */
export function refusalOf(error: unknown, log: DefectLog): Refusal {
  if (error instanceof ApiError) return error;
  const { statusCode, message } = error as { statusCode?: number; message: string };
  if (statusCode !== undefined && TOO_LARGE.has(statusCode)) return tooLarge();
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { status: statusCode, code: 'BAD_REQUEST', message: `${message.replace(/\.$/, '')}.` };
  }
  log.error({ err: error }, 'A request failed');
  return new ApiError('INTERNAL_SERVER_ERROR', {
    where: 'This process',
    what: 'Something went wrong on our side.',
    remedy: 'It has been logged; try again later.',
  });
}

/** The refusal of a request whose body, address or headers are longer than is read. */
export function tooLarge(): ApiError {
  return new ApiError('REQUEST_TOO_LARGE', {
    where: 'Request',
    what: 'It is longer than is read here.',
    remedy: 'Ask for less at a time, and send what is long in the body of a POST.',
  });
}
