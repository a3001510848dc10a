import { createHash } from 'node:crypto';

/** In characters. Thousands of queries, and no more than a hostile client may fill. */
const MOST_CHARACTERS = 4_000_000;

/** Texts of queries that were sent once, by their SHA-256, so that the next time the hash will do. */
export class PersistedQueries {
  /** What was asked for last is at the end. */
  readonly #texts = new Map<string, string>();
  #characters = 0;

  constructor(private readonly limit: number = MOST_CHARACTERS) {}

  /** @param sha256 lower-case hexadecimal. */
  get(sha256: string): string | null {
    const text = this.#texts.get(sha256);
    if (text === undefined) return null;
    this.#texts.delete(sha256);
    this.#texts.set(sha256, text);
    return text;
  }

  /** Only for queries that are valid: nobody else's text is worth keeping. */
  add(sha256: string, text: string): void {
    if (this.#texts.has(sha256)) return;
    this.#texts.set(sha256, text);
    this.#characters += text.length;
    for (const [oldest, its] of this.#texts) {
      if (this.#characters <= this.limit) return;
      this.#texts.delete(oldest);
      this.#characters -= its.length;
    }
  }
}

/** Whether a hash is that of a text. */
export function isHashOf(sha256: string, text: string): boolean {
  return createHash('sha256').update(text).digest('hex') === sha256;
}
