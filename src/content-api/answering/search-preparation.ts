import type { Catalogue } from '../catalogue/catalogue';

/** Texts taken in without a pause: some 3 ms of work. */
const TEXTS_AT_ONCE = 40;

/**
 * Lets whoever searches first wait, and nobody else: taking in the words of many thousand texts at once would hold up
 * everybody's answers for seconds.
 */
export class SearchPreparation {
  readonly #preparing = new WeakMap<Catalogue, Promise<void>>();

  /** @returns null where a search answers at once. */
  of(catalogue: Catalogue): Promise<void> | null {
    if (catalogue.isSearchReady) return null;
    const known = this.#preparing.get(catalogue);
    if (known) return known;
    const preparing = inSlices(catalogue.prepareSearch());
    this.#preparing.set(catalogue, preparing);
    return preparing;
  }
}

async function inSlices(texts: Iterator<unknown>): Promise<void> {
  for (let count = 1; texts.next().done !== true; count += 1) {
    if (count % TEXTS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
