import type { TestKeys } from '../keys';

/** Somebody who asks, and what sets their answers apart. */
export interface Asker {
  readonly name: string;
  /** What they send as `Authorization`; null for nothing. */
  readonly authorization: string | null;
  /** Null for who is answered nothing. Everybody's is another, so that it tells whose answer it is. */
  readonly costLimit: number | null;
  readonly mayKeep: 'public' | 'private' | 'no-store';
  /** Under which name the operations are registered that are all they are answered; null for who may ask anything. */
  readonly registeredFor: string | null;
}

export const ANONYMOUS_COST_LIMIT = 2_000;
/** When everybody asks. */
export const NOW = Date.UTC(2026, 2, 1);

/** Everybody who asks: without a key, with one of each kind, and, less often than those, with what is none. */
export function askers(keys: TestKeys): { answered: Asker[]; refused: Asker[] } {
  const holder = (
    name: string,
    costLimit: number | null,
    more: Partial<Asker>,
    given: Parameters<TestKeys['make']>[1] = {},
  ): Asker => ({
    name,
    authorization: `Bearer ${keys.make(name, { query_cost_limit: costLimit, ...given })}`,
    costLimit,
    mayKeep: 'private',
    registeredFor: null,
    ...more,
  });
  const refused = (name: string, authorization: string): Asker => ({
    name,
    authorization,
    costLimit: null,
    mayKeep: 'no-store',
    registeredFor: null,
  });
  const answered: Asker[] = [
    {
      name: 'anonymous',
      authorization: null,
      costLimit: ANONYMOUS_COST_LIMIT,
      mayKeep: 'public',
      registeredFor: null,
    },
    holder('site', 300, {}),
    holder('app', 2_001, { registeredFor: 'app' }, { registered_only: 1 }),
    holder('preview', 2_002, { mayKeep: 'no-store' }, { kind: 'preview' }),
  ];
  const unanswered = [
    holder('expired', null, {}, { expires_at: new Date(NOW - 1).toISOString() }),
    refused('nonsense', 'Bearer kap_nonsense'),
    refused('basic', 'Basic a2FwOmthcA=='),
  ];
  return { answered, refused: unanswered };
}
