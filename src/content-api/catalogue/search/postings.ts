const WEIGHT_BITS = 5;
const WEIGHT_MASK = 2 ** WEIGHT_BITS - 1;
/** Of a byte, seven bits are content; the eighth says that more follow. */
const MORE = 0x80;

/**
 * Which texts hold a word, and its weight in each. A text is told by how far its number is from the one before, in as
 * few bytes as that takes: mostly one or two, where an array of numbers takes eight.
 */
export class Postings {
  #bytes = new Uint8Array(4);
  #length = 0;
  #last = 0;

  /**
   * @param number more than the one before.
   * @param weight less than 32.
   */
  add(number: number, weight: number): void {
    let rest = ((number - this.#last) << WEIGHT_BITS) | weight;
    this.#last = number;
    for (; rest >= MORE; rest >>>= 7) this.#write(MORE | (rest & (MORE - 1)));
    this.#write(rest);
  }

  /** @param visit says whether it has seen enough. */
  each(visit: (number: number, weight: number) => boolean): void {
    const bytes = this.#bytes;
    let number = 0;
    for (let at = 0; at < this.#length; at += 1) {
      let byte = bytes[at] ?? 0;
      let delta = byte & (MORE - 1);
      for (let shift = 7; byte >= MORE; shift += 7) {
        at += 1;
        byte = bytes[at] ?? 0;
        delta |= (byte & (MORE - 1)) << shift;
      }
      number += delta >>> WEIGHT_BITS;
      if (visit(number, delta & WEIGHT_MASK)) return;
    }
  }

  some(isHeld: (number: number) => boolean): boolean {
    let isFound = false;
    this.each((number) => (isFound = isHeld(number)));
    return isFound;
  }

  #write(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(Math.ceil(this.#length * 1.5));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }
}
