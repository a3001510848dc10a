import type { Remembered } from './remembered-answers';

/**
 * The answers that were made last, so that those who ask the same at the same time share one: the last in any case,
 * and before it as many as are small.
 *
 * A list that is searched from end to end, and no map: V8 links the table of a map that has grown with the table that
 * follows it, so that a table which has become old keeps alive whatever the later ones ever held, up to the next
 * marking of the whole heap. With every answer passing through a map a process answers a third less.
 */
export class NewestAnswers {
  readonly #answers: Remembered[] = [];
  #bytes = 0;

  /** @param limit bytes: what is held for longer than it takes to fill V8's young generation is copied once more. */
  constructor(
    private readonly limit: number,
    private readonly mostAnswers: number,
  ) {}

  /** @param name the first of its questions. */
  find(shelf: string, name: string): Remembered | null {
    return (
      this.#answers.find(({ questions, shelf: its }) => questions[0] === name && its === shelf) ??
      null
    );
  }

  add(remembered: Remembered): void {
    this.#answers.push(remembered);
    this.#bytes += remembered.size;
    while (
      this.#answers.length > 1 &&
      (this.#bytes > this.limit || this.#answers.length > this.mostAnswers)
    ) {
      this.#bytes -= this.#answers.shift()?.size ?? 0;
    }
  }

  remove(remembered: Remembered): void {
    const place = this.#answers.indexOf(remembered);
    if (place === -1) return;
    this.#answers.splice(place, 1);
    this.#bytes -= remembered.size;
  }

  clear(): void {
    this.#answers.length = 0;
    this.#bytes = 0;
  }
}
