import { sha256 } from '../../publications/canonical';
import type { Sequence, Sha256 } from '../../publications/publication';
import { chainHashOf, publicationOf, type LogRow } from '../../publications/row';
import { CatalogueFold, type FoldedCatalogue } from '../catalogue/evolve';

/** Folds rows of the log into a catalogue, and holds each against the row before it and against its own hashes. */
export class RowFold {
  readonly #fold: CatalogueFold;
  #chainHash: Sha256;

  constructor(base: FoldedCatalogue) {
    this.#fold = new CatalogueFold(base);
    this.#chainHash = base.edition.id;
  }

  /** Of the last row folded in. */
  get sequence(): Sequence {
    return this.#fold.sequence;
  }

  /** @returns why the row cannot be folded in; null where it was. */
  apply(row: LogRow): string | null {
    const { chain_hash: chainHash, ...unchained } = row;
    if (row.sequence !== this.sequence + 1) {
      return `Entry ${row.sequence} follows entry ${this.sequence}: entries are missing.`;
    }
    if (chainHash !== chainHashOf(this.#chainHash, unchained)) {
      return `The chain hash of entry ${row.sequence} does not follow from the entry before it.`;
    }
    // The chain holds the content by its hash only, so the hash is what ties the words to the chain.
    if (row.content !== null && row.content_hash !== sha256(row.content)) {
      return `The content of entry ${row.sequence} does not match its hash.`;
    }
    try {
      this.#fold.apply(publicationOf(row));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    this.#chainHash = chainHash as Sha256;
    return null;
  }

  /** The catalogue with all that was folded in. Nothing may be applied afterwards. */
  seal(): FoldedCatalogue {
    return this.#fold.seal();
  }
}
