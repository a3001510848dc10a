import { ApiError } from './errors';

/** Who asks, and what they may. Two callers of different rights never share a remembered answer. */
export interface Caller {
  /** `site`: a frontend of the practice's own. `preview`: one that sees drafts too. */
  readonly kind: 'anonymous' | 'site' | 'preview';
  /** Of the key that was sent; null for anonymous. Never the key itself. */
  readonly keyId: string | null;
  /** What the key is called, and under which name its frontend's operations are registered. */
  readonly name: string;
  /** What one operation may cost; dearer ones are refused. */
  readonly queryCostLimit: number;
  /** Requests a minute; 0 for any number. */
  readonly rateLimit: number;
  /** True where only operations that were registered beforehand are answered. */
  readonly registeredOnly: boolean;
}

/** @returns the anonymous caller, or why the request is refused: there are no keys yet. */
export function callerWithoutKeys(
  isAnonymousAllowed: boolean,
): (authorization: string | undefined) => Caller | ApiError {
  return (authorization) => {
    if (authorization !== undefined) {
      return new ApiError('UNAUTHENTICATED', {
        where: 'Header "Authorization"',
        what: 'This is not a key of ours.',
        remedy: 'Leave the header out to ask anonymously, or ask the practice for a key.',
      });
    }
    if (isAnonymousAllowed) return anonymous;
    return new ApiError('UNAUTHENTICATED', {
      where: 'Header "Authorization"',
      what: 'This practice answers requests with a key only.',
      remedy: 'Ask the practice for a key.',
    });
  };
}

/** Who sends no key. */
export const anonymous: Caller = {
  kind: 'anonymous',
  keyId: null,
  name: 'anonymous',
  queryCostLimit: 10_000,
  rateLimit: 0,
  registeredOnly: false,
};
