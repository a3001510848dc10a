import type { Keyed } from '../../catalogue/keyed-page';
import type { ObservedEdition } from '../observed-edition';
import type { Reading } from '../reading';

/**
 * A list that is made of every document of an edition, for the readers of one language: made once, sorted by its keys,
 * and kept as long as the edition is. To make it at every question would hold up everybody else.
 */
export class SortedOnce<Item extends Keyed> {
  readonly #made = new WeakMap<Reading, readonly Item[]>();

  constructor(private readonly make: (reading: Reading) => Item[]) {}

  /** Whoever reads of it is answered anew after every publication. */
  of(edition: ObservedEdition, reading: Reading): readonly Item[] {
    // What it is made of is noted for the first reader alone.
    edition.dependOnAll();
    let items = this.#made.get(reading);
    if (!items) {
      items = this.make(reading).sort((a, b) => (a.key < b.key ? -1 : 1));
      this.#made.set(reading, items);
    }
    return items;
  }
}
