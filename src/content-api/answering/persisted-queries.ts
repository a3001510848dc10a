import type { RegisteredOperations } from './registered-operations';

/** In characters. Thousands of queries, and no more than a hostile client may fill. */
const MOST_CHARACTERS = 4_000_000;

/** What the server puts before a hash. */
const PREFIX = 'apq:';

/**
 * Texts of queries that were sent once, by their SHA-256, so that the next time the hash will do: Apollo's protocol of
 * automatic persisted queries. The server has seen that the hash is the text's, and the text admissible. What is
 * registered is known without having been sent.
 */
export class PersistedQueries {
  /** What was asked for last is at the end. */
  readonly #texts = new Map<string, string>();
  #characters = 0;

  constructor(
    private readonly registered: Pick<RegisteredOperations, 'textOf'>,
    private readonly limit: number = MOST_CHARACTERS,
  ) {}

  get(key: string): Promise<string | undefined> {
    const text = this.#texts.get(key);
    if (text === undefined) {
      return Promise.resolve(this.registered.textOf(key.slice(PREFIX.length)) ?? undefined);
    }
    this.#texts.delete(key);
    this.#texts.set(key, text);
    return Promise.resolve(text);
  }

  set(key: string, text: string): Promise<void> {
    if (!this.#texts.has(key)) this.#characters += text.length;
    this.#texts.set(key, text);
    for (const [oldest, its] of this.#texts) {
      if (this.#characters <= this.limit) break;
      this.#texts.delete(oldest);
      this.#characters -= its.length;
    }
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    this.#characters -= this.#texts.get(key)?.length ?? 0;
    return Promise.resolve(this.#texts.delete(key));
  }
}
