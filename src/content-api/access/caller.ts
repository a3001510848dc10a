/** A page of a hundred of anything with a hundred of something else each, and a site's build of ten whole services. */
export const DEFAULT_QUERY_COST_LIMIT = 25_000;

/** Who asks, and what they may. Two callers of different rights never share a remembered answer. */
export interface Caller {
  /** `site`: a frontend of the practice's own. `preview`: one whose answers nobody may keep. */
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

/** Who sends no key. */
export const anonymous: Caller = {
  kind: 'anonymous',
  keyId: null,
  name: 'anonymous',
  queryCostLimit: DEFAULT_QUERY_COST_LIMIT,
  rateLimit: 0,
  registeredOnly: false,
};
