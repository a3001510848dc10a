import type { Document } from '../catalogue/document';
import type { Mark } from './mark';

/** What one operation read of a catalogue. */
export interface Testimony {
  readonly marks: ReadonlySet<Mark>;
  /** Those that stand in the answer, for its cache tags. */
  readonly documents: ReadonlySet<Document>;
}

/**
 * Notes what an operation reads while it runs. Operations run synchronously, one at a time, and share the objects that
 * answers are made of; so there is one witness, and it is told when an operation begins and ends.
 */
export class Witness {
  #marks: Set<Mark> | null = null;
  #documents: Set<Document> | null = null;

  /** Runs an operation. @returns what it gave, and what it read. */
  watch<Result>(operation: () => Result): { result: Result; testimony: Testimony } {
    const marks = new Set<Mark>();
    const documents = new Set<Document>();
    this.#marks = marks;
    this.#documents = documents;
    try {
      return { result: operation(), testimony: { marks, documents } };
    } finally {
      this.#marks = null;
      this.#documents = null;
    }
  }

  /** Whether anybody listens: what is not noted need not be worked out. */
  get isWatching(): boolean {
    return this.#marks !== null;
  }

  note(mark: Mark): void {
    this.#marks?.add(mark);
  }

  show(document: Document): void {
    this.#documents?.add(document);
  }
}
