import { tagSeparatorOf, type CacheTag } from '../catalogue/reads/cache-tags';

/** How a CDN is told to drop what it holds by tag. */
export interface CdnSettings {
  readonly url: string;
  /** `POST` for most, `PURGE` for Varnish. */
  readonly method: string;
  readonly token: string | null;
  /** Under `Authorization` the token is sent as a bearer's, under any other name as it is. */
  readonly tokenHeader: string;
  /** The header that takes the tags; null where they go into the body: `{"tags": […]}`. */
  readonly tagsHeader: string | null;
}

/** Tells a CDN. @returns its answer's HTTP status; rejects where there is none. */
export type Purge = (tags: readonly CacheTag[]) => Promise<number>;

const LONGEST_CALL_MILLISECONDS = 15_000;

/** Purges by one HTTP call, which is how Cloudflare, Fastly and Varnish take it. @param send Node's `fetch`. */
export function httpPurge(settings: CdnSettings, send: typeof fetch): Purge {
  const { url, method, token, tokenHeader, tagsHeader } = settings;
  return async (tags) => {
    const headers = new Headers();
    if (token !== null) {
      const isBearer = tokenHeader.toLowerCase() === 'authorization';
      headers.set(tokenHeader, isBearer ? `Bearer ${token}` : token);
    }
    if (tagsHeader === null) headers.set('Content-Type', 'application/json');
    else headers.set(tagsHeader, tags.join(tagSeparatorOf(tagsHeader)));
    const answer = await send(url, {
      method,
      headers,
      body: tagsHeader === null ? JSON.stringify({ tags }) : null,
      // A token for one address is not sent to another.
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_CALL_MILLISECONDS),
    });
    await answer.body?.cancel();
    return answer.status;
  };
}
