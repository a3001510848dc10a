/** Entries of the log: each brings one text at most, which is taken in within a tenth of a millisecond. */
const NEAR = 200;
/** Editions remembered as taken in. */
const MOST_REACHED = 32;

/** The places of the log at which everything that is shown was taken in by something. */
export class Reached {
  /** Sequences of the log. */
  readonly #sequences = new Set<number>();

  add(sequence: number): void {
    if (this.#sequences.size >= MOST_REACHED) this.#sequences.clear();
    this.#sequences.add(sequence);
  }

  clear(): void {
    this.#sequences.clear();
  }

  /** Whether little is missing of what is shown at a place of the log. */
  isNear(sequence: number): boolean {
    for (const reached of this.#sequences) if (Math.abs(sequence - reached) <= NEAR) return true;
    return sequence <= NEAR;
  }
}
