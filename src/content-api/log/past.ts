import type { Sequence } from '../../publications/publication';
import type { LogRow } from '../../publications/row';
import { emptyCatalogue, type FoldedCatalogue } from '../catalogue/evolve';
import { RowFold } from './row-fold';

export interface PastOptions {
  /** Up to `limit` rows behind a sequence. */
  read(after: Sequence, limit: number): Promise<readonly LogRow[]>;
  /** Catalogues kept to begin at. Default 16. */
  readonly checkpoints?: number;
  /** Catalogues kept because they were asked for. Default 8. */
  readonly recent?: number;
  /** Entries folded without a pause: some 20 ms of work. Default 200. */
  readonly batchSize?: number;
}

const DEFAULT_CHECKPOINTS = 16;
const DEFAULT_RECENT = 8;
const DEFAULT_BATCH_SIZE = 200;
/** Nearer to one another, checkpoints save less than sealing them costs. */
const SHORTEST_STRIDE = 500;

/**
 * The catalogue as it stood at any sequence of the log. Folded from the nearest catalogue that is kept; catalogues share
 * what did not change between them, so one kept costs only the texts that were replaced since.
 */
export class Past {
  /** By sequence. */
  #checkpoints = new Map<number, FoldedCatalogue>();
  /** What was asked for last is at the end. */
  readonly #recent = new Map<number, FoldedCatalogue>();
  readonly #making = new Map<number, Promise<FoldedCatalogue>>();
  #newest: FoldedCatalogue | null = null;

  constructor(private readonly options: PastOptions) {}

  /** Tells which catalogue is the newest. One that is not made from the one before makes all that is kept worthless. */
  moveTo(newest: FoldedCatalogue): void {
    const { sequence, id } = this.#newest?.edition ?? { sequence: 0, id: '' };
    if (sequence > 0 && newest.history.at(sequence)?.chainHash !== id) {
      this.#checkpoints.clear();
      this.#recent.clear();
      this.#making.clear();
    }
    this.#newest = newest;
    const last = Math.max(0, ...this.#checkpoints.keys());
    if (newest.edition.sequence - last >= this.#stride) this.#keep(newest);
  }

  /** Catalogues that are kept. */
  get kept(): number {
    return this.#checkpoints.size + this.#recent.size;
  }

  /**
   * The catalogue at a sequence that the newest one has reached.
   *
   * @throws what reading the log throws: what is kept in memory is there without it.
   */
  at(sequence: Sequence): Promise<FoldedCatalogue> {
    const known =
      this.#newest?.edition.sequence === sequence
        ? this.#newest
        : (this.#recent.get(sequence) ?? this.#checkpoints.get(sequence));
    if (known) {
      this.#remember(known);
      return Promise.resolve(known);
    }
    const before = this.#making.get(sequence);
    if (before) return before;
    const making = this.#fold(sequence).finally(() => this.#making.delete(sequence));
    this.#making.set(sequence, making);
    return making;
  }

  async #fold(sequence: Sequence): Promise<FoldedCatalogue> {
    const newest = this.#newest;
    let base = this.#nearest(sequence);
    let fold = new RowFold(base);
    while (fold.sequence < sequence) {
      const limit = Math.min(
        this.options.batchSize ?? DEFAULT_BATCH_SIZE,
        sequence - fold.sequence,
      );
      const rows = await this.options.read(fold.sequence, limit);
      if (rows.length === 0) throw new Error(`The log ends before entry ${sequence}.`);
      for (const row of rows) {
        const obstacle = fold.apply(row);
        if (obstacle !== null) throw new Error(obstacle.message);
      }
      if (fold.sequence - base.edition.sequence >= this.#stride && fold.sequence < sequence) {
        base = fold.seal();
        if (newest === this.#newest) this.#keep(base);
        fold = new RowFold(base);
      }
    }
    const made = fold.seal();
    if (this.#newest?.history.at(sequence)?.chainHash === made.edition.id || sequence === 0) {
      this.#remember(made);
    }
    return made;
  }

  #nearest(sequence: number): FoldedCatalogue {
    let nearest: FoldedCatalogue | null = null;
    for (const kept of [...this.#checkpoints.values(), ...this.#recent.values()]) {
      const at = kept.edition.sequence;
      if (at <= sequence && at > (nearest?.edition.sequence ?? 0)) nearest = kept;
    }
    // The history is the newest catalogue's own, from its beginning: a second copy of it would be large. So would be one of
    // what is searched.
    return nearest ?? emptyCatalogue(this.#newest?.history.upTo(0), this.#newest?.searchIndex);
  }

  get #stride(): number {
    const length = this.#newest?.edition.sequence ?? 0;
    const most = this.options.checkpoints ?? DEFAULT_CHECKPOINTS;
    return Math.max(SHORTEST_STRIDE, Math.ceil(length / most));
  }

  #keep(catalogue: FoldedCatalogue): void {
    this.#checkpoints.set(catalogue.edition.sequence, catalogue);
    const most = this.options.checkpoints ?? DEFAULT_CHECKPOINTS;
    if (this.#checkpoints.size <= most) return;
    // Every second one goes, so that those left are spread over the whole log.
    const ordered = [...this.#checkpoints].sort(([a], [b]) => a - b);
    this.#checkpoints = new Map(ordered.filter((_, index) => index % 2 === 1));
  }

  #remember(catalogue: FoldedCatalogue): void {
    const { sequence } = catalogue.edition;
    if (catalogue === this.#newest) return;
    this.#recent.delete(sequence);
    this.#recent.set(sequence, catalogue);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > (this.options.recent ?? DEFAULT_RECENT) && oldest !== undefined) {
      this.#recent.delete(oldest);
    }
  }
}
