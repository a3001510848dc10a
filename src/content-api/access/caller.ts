import { DEFAULT_QUERY_COST_LIMIT, rightsOf, type Rights } from './rights';

/** Who asks. */
export interface Caller {
  /** Of the key or token that was sent; null for anonymous. Never the key itself. */
  readonly keyId: string | null;
  /** What the key is called, and under which name its frontend's operations are registered. */
  readonly name: string;
  /** Requests a minute; 0 for any number. */
  readonly rateLimit: number;
  readonly rights: Rights;
}

/** Who sends no key. */
export const anonymous: Caller = {
  keyId: null,
  name: 'anonymous',
  rateLimit: 0,
  rights: rightsOf({
    kind: 'anonymous',
    drafts: 'none',
    queryCostLimit: DEFAULT_QUERY_COST_LIMIT,
    registeredOnly: false,
    registry: null,
  }),
};
