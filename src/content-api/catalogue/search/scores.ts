/** How well each text answers, by its number: whole numbers above 0. */
export class Scores {
  readonly #values: Int32Array;
  /** Those that score, in the order in which they first did. */
  readonly #numbers: number[] = [];

  /** @param end more than any number. */
  constructor(end: number) {
    this.#values = new Int32Array(end);
  }

  get size(): number {
    return this.#numbers.length;
  }

  get numbers(): readonly number[] {
    return this.#numbers;
  }

  get(number: number): number {
    return this.#values[number] ?? 0;
  }

  add(number: number, score: number): void {
    this.#set(number, this.get(number) + score);
  }

  raise(number: number, score: number): void {
    if (score > this.get(number)) this.#set(number, score);
  }

  #set(number: number, score: number): void {
    if (this.#values[number] === 0) this.#numbers.push(number);
    this.#values[number] = score;
  }
}
