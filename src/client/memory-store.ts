import type { KeptAnswer, LastKnownGood } from './last-known-good.js';

/** Keeps answers for as long as the process lives; beyond `capacity`, those not used for longest go. */
export class MemoryStore implements LastKnownGood {
  readonly #answers = new Map<string, KeptAnswer>();

  constructor(private readonly capacity = 500) {}

  get(key: string): Promise<KeptAnswer | null> {
    return Promise.resolve(this.#answers.get(key) ?? null);
  }

  set(key: string, answer: KeptAnswer): Promise<void> {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size > this.capacity) this.#answers.delete(oldest);
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.#answers.delete(key);
    return Promise.resolve();
  }

  deleteWith(documentIds: ReadonlySet<string>): Promise<void> {
    for (const [key, answer] of this.#answers) {
      if (answer.documentIds.some((id) => documentIds.has(id))) this.#answers.delete(key);
    }
    return Promise.resolve();
  }
}
