import type { DocumentNode } from 'graphql';
import { Generations } from './generations';

/** A frontend has some dozens of a thousand characters each; a character weighs 100 to 200 bytes once it is parsed. */
const MOST_CHARACTERS = 500_000;

/**
 * Documents that were parsed and found valid, by the hash of their texts, as the server keeps them. Its own store is
 * bounded by the length of their JSON, which is a small part of what they weigh.
 */
export class Documents {
  readonly #kept = new Generations<string, DocumentNode>(
    MOST_CHARACTERS,
    ({ loc }) => loc?.source.body.length ?? MOST_CHARACTERS,
  );

  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.#kept.get(key));
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.#kept.set(key, document);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#kept.delete(key));
  }
}
