import type { Writing } from './writing';

/** The part of Koa's context that is needed. */
interface Context {
  readonly method: string;
  readonly path: string;
  status: number;
  body: unknown;
  set(header: string, value: string): void;
  /** Who is signed in to the panel, once that is known. */
  readonly state: { readonly user?: { firstname?: string | null; lastname?: string | null } };
}

const FIRST_ERROR_STATUS = 400;
const RETRY_AFTER_SECONDS = '10';
const CONTENT = /^\/content-manager\/(collection|single)-types\//;

/**
 * The middleware that tells a request which the database failed what really happened, in the form of Strapi's own errors.
 * It stands outside `strapi::errors`: what is refused inside may be something else than the cause.
 */
export function toldFailures(writing: Writing) {
  return async (context: Context, next: () => Promise<void>): Promise<void> => {
    const who = () => nameOf(context.state.user);
    const failure = await writing.during(who, writesContent(context), next);
    if (failure === null || context.status < FIRST_ERROR_STATUS) return;
    const { code, status, message } = failure;
    context.status = status;
    if (status !== 500) context.set('Retry-After', RETRY_AFTER_SECONDS);
    context.body = { data: null, error: { status, name: code, message, details: { code } } };
  };
}

/** Whether the panel's content manager is asked to change a document. It opens its transactions before we are asked. */
function writesContent({ method, path }: Context): boolean {
  return method !== 'GET' && method !== 'HEAD' && CONTENT.test(path);
}

function nameOf(user: Context['state']['user']): string {
  const name = [user?.firstname, user?.lastname].filter(Boolean).join(' ');
  return name === '' ? 'Somebody else' : name;
}
