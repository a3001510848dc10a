/** Which documents of one type have or had a slug in one locale, the one that took it last at the end. */
export type SlugHolders = ReadonlyMap<string, readonly string[]>;

/** What is known of one type's slugs, by locale. */
export type SlugIndex = ReadonlyMap<string, SlugHolders>;

/** Collects who takes which slug; copies of the index before only what changes. */
export class SlugFold {
  readonly #index: Map<string, SlugHolders>;
  /** The maps in the index that are our own, so that they may be changed in place. */
  readonly #own = new Map<string, Map<string, readonly string[]>>();

  constructor(index: SlugIndex) {
    this.#index = new Map(index);
  }

  take(locale: string, slug: string, id: string): void {
    const holders = this.#index.get(locale)?.get(slug) ?? [];
    if (holders.at(-1) === id) return;
    this.#ownIn(locale).set(slug, [...holders.filter((other) => other !== id), id]);
  }

  get index(): SlugIndex {
    return this.#index;
  }

  #ownIn(locale: string): Map<string, readonly string[]> {
    const own = this.#own.get(locale) ?? new Map(this.#index.get(locale));
    this.#own.set(locale, own);
    this.#index.set(locale, own);
    return own;
  }
}
