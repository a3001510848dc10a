import type { Writing } from './writing';

/** The part of Koa's context that is needed. */
interface Context {
  status: number;
  body: unknown;
  set(header: string, value: string): void;
}

const FIRST_ERROR_STATUS = 400;
const RETRY_AFTER_SECONDS = '10';

/**
 * The middleware that tells a request which the database failed what really happened, in the form of Strapi's own errors.
 * It stands outside `strapi::errors`: what is refused inside may be something else than the cause.
 */
export function toldFailures(writing: Writing) {
  return async (context: Context, next: () => Promise<void>): Promise<void> => {
    const failure = await writing.during(next);
    if (failure === null || context.status < FIRST_ERROR_STATUS) return;
    const { code, status, message } = failure;
    context.status = status;
    if (status !== 500) context.set('Retry-After', RETRY_AFTER_SECONDS);
    context.body = { data: null, error: { status, name: code, message, details: { code } } };
  };
}
