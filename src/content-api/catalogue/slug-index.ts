import { ShardedMap } from './sharded-map';

/** Which documents of one type have or had a slug in one locale, the one that took it last at the end. */
export type SlugHolders = ShardedMap<readonly string[]>;

/** What is known of one type's slugs, by locale. */
export type SlugIndex = ReadonlyMap<string, SlugHolders>;

/** Collects who takes which slug. */
export class SlugFold {
  readonly #changes = new Map<string, Map<string, readonly string[]>>();

  constructor(private readonly base: SlugIndex) {}

  take(locale: string, slug: string, id: string): void {
    const changes = this.#changes.get(locale) ?? new Map<string, readonly string[]>();
    const holders = changes.get(slug) ?? this.base.get(locale)?.get(slug) ?? [];
    if (holders.at(-1) === id) return;
    changes.set(slug, [...holders.filter((other) => other !== id), id]);
    this.#changes.set(locale, changes);
  }

  seal(): SlugIndex {
    const index = new Map(this.base);
    for (const [locale, changes] of this.#changes) {
      index.set(locale, (index.get(locale) ?? ShardedMap.empty()).with(changes));
    }
    return index;
  }
}
