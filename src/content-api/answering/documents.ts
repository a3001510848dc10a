import type { DocumentNode } from 'graphql';

/** A frontend has some dozens of operations; each weighs some tens of kilobytes with what was compiled of it. */
const MOST_DOCUMENTS = 1_000;

/**
 * Documents that were parsed and found valid, by the hash of their texts, as the server keeps them. Its own store is
 * bounded by the length of their JSON, which is a small part of what they weigh.
 */
export class Documents {
  /** In two halves, the older of which goes as a whole: to find one then moves nothing. */
  #new = new Map<string, DocumentNode>();
  #old = new Map<string, DocumentNode>();

  get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#new.get(key);
    if (document) return Promise.resolve(document);
    const older = this.#old.get(key);
    if (older) this.#keep(key, older);
    return Promise.resolve(older);
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.#keep(key, document);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#new.delete(key) || this.#old.delete(key));
  }

  #keep(key: string, document: DocumentNode): void {
    if (this.#new.size >= MOST_DOCUMENTS / 2) {
      this.#old = this.#new;
      this.#new = new Map();
    }
    this.#new.set(key, document);
  }
}
