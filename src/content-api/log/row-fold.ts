import { sha256 } from '../../publications/canonical';
import type { Sequence, Sha256 } from '../../publications/publication';
import { isKnownForm } from '../../publications/entry-form';
import { newerThanThisRelease, releaseNeeded } from '../../publications/newer';
import { chainHashOf, publicationOf, type LogRow } from '../../publications/row';
import { CatalogueFold, type FoldedCatalogue } from '../catalogue/evolve';

/** Why an entry of the log cannot be folded in: a later release wrote it, which can read it; or none can. */
export type Obstacle =
  | { readonly kind: 'newer'; readonly message: string; readonly release: string | null }
  | { readonly kind: 'damaged'; readonly message: string };

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
  apply(row: LogRow): Obstacle | null {
    const { chain_hash: chainHash, ...unchained } = row;
    if (row.sequence !== this.sequence + 1) {
      return damaged(`Entry ${row.sequence} follows entry ${this.sequence}: entries are missing.`);
    }
    const unknown = newerThanThisRelease(row);
    if (unknown !== null && !isKnownForm(row.form)) return newer(row, unknown);
    if (chainHash !== chainHashOf(this.#chainHash, unchained)) {
      return damaged(
        `The chain hash of entry ${row.sequence} does not follow from the entry before it.`,
      );
    }
    // The chain holds the content by its hash only, so the hash is what ties the words to the chain.
    if (row.content !== null && row.content_hash !== sha256(row.content)) {
      return damaged(`The content of entry ${row.sequence} does not match its hash.`);
    }
    if (unknown !== null) return newer(row, unknown);
    try {
      this.#fold.apply(publicationOf(row));
    } catch (error) {
      return damaged(error instanceof Error ? error.message : String(error));
    }
    this.#chainHash = chainHash as Sha256;
    return null;
  }

  /** The catalogue with all that was folded in. Nothing may be applied afterwards. */
  seal(): FoldedCatalogue {
    return this.#fold.seal();
  }
}

function damaged(message: string): Obstacle {
  return { kind: 'damaged', message };
}

function newer(row: LogRow, unknown: string): Obstacle {
  const message = `Entry ${row.sequence} has ${unknown}, which this release cannot read. It takes ${releaseNeeded(row)}.`;
  return { kind: 'newer', message, release: row.release };
}
