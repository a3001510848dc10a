import type { Catalogue, Preparable } from '../catalogue/catalogue';

/** Texts taken in without a pause: some 3 ms of work. */
const TEXTS_AT_ONCE = 40;

/**
 * Lets whoever looks for words first wait, and nobody else: taking in the words of many thousand texts at once would hold
 * up everybody's answers for seconds.
 */
export class Preparation {
  readonly #preparing = new WeakMap<Catalogue, Promise<void>>();

  constructor(private readonly of: (catalogue: Catalogue) => Preparable) {}

  /** @returns null where there is next to nothing to wait for. */
  for(catalogue: Catalogue): Promise<void> | null {
    const preparable = this.of(catalogue);
    if (preparable.isReady) return null;
    const known = this.#preparing.get(catalogue);
    if (known) return known;
    const preparing = inSlices(preparable.prepare());
    this.#preparing.set(catalogue, preparing);
    return preparing;
  }
}

async function inSlices(texts: Iterator<unknown>): Promise<void> {
  for (let count = 1; texts.next().done !== true; count += 1) {
    if (count % TEXTS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
