import { ShardedMap } from './sharded-map';

/** Which documents of one type have or had a slug in one locale, the one that took it last at the end. */
export type SlugHolders = ShardedMap<readonly string[]>;

/** What is known of one type's slugs in one locale. */
export interface Slugs {
  readonly holders: SlugHolders;
  /** Those that a document once left. Some may have been taken again, or never be seen any more. */
  readonly left: ShardedMap<true>;
}

/** By locale. */
export type SlugIndex = ReadonlyMap<string, Slugs>;

/** Collects who takes which slug. */
export class SlugFold {
  readonly #taken = new Map<string, Map<string, readonly string[]>>();
  readonly #left = new Map<string, Map<string, true>>();

  constructor(private readonly base: SlugIndex) {}

  /** @param before the slug that the document had until now; null where it had none. */
  take(locale: string, slug: string, id: string, before: string | null): void {
    if (before !== null && before !== slug) this.leave(locale, before);
    const taken = this.#taken.get(locale) ?? new Map<string, readonly string[]>();
    const holders = taken.get(slug) ?? this.base.get(locale)?.holders.get(slug) ?? [];
    if (holders.at(-1) === id) return;
    taken.set(slug, [...holders.filter((other) => other !== id), id]);
    this.#taken.set(locale, taken);
  }

  leave(locale: string, slug: string): void {
    const left = this.#left.get(locale) ?? new Map<string, true>();
    left.set(slug, true);
    this.#left.set(locale, left);
  }

  seal(): SlugIndex {
    const index = new Map(this.base);
    for (const locale of new Set([...this.#taken.keys(), ...this.#left.keys()])) {
      const { holders, left } = index.get(locale) ?? NONE;
      index.set(locale, {
        holders: holders.with(this.#taken.get(locale) ?? []),
        left: left.with(this.#left.get(locale) ?? []),
      });
    }
    return index;
  }
}

const NONE: Slugs = { holders: ShardedMap.empty(), left: ShardedMap.empty() };
