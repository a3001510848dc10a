/** A power of two: 128 kB, some tens of thousands of questions. */
const PLACES = 2 ** 15;

/**
 * Knows of questions whether they were asked not long ago. It keeps a number for each and not the question, in a table
 * of fixed size where newer ones take the places of older: what is asked once must leave nothing behind. Two questions
 * with one number are a matter of one in some billions, and do no harm.
 */
export class AskedBefore {
  readonly #numbers = new Uint32Array(PLACES);

  /** Whether this is known; from now on it is. */
  ask(question: string): boolean {
    const number = numberOf(question);
    const place = number & (PLACES - 1);
    const isKnown = this.#numbers[place] === number;
    this.#numbers[place] = number;
    return isKnown;
  }
}

/** FNV-1a; never 0, which stands for an empty place. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0 || 1;
}
