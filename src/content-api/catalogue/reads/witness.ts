import type { ContentTypeName } from '../../../publications/content';
import type { Document } from '../document';
import type { CacheTag, Dependencies } from './cache-tags';
import { MARKS, type Mark } from './mark';

/** What one operation read of a catalogue. */
export interface Testimony {
  /** Each once. */
  readonly marks: Uint32Array;
  /** Those that stand in the answer or that it was found by, for its cache tags. */
  readonly documents: ReadonlySet<Document>;
  /** What else a cache in front must know. */
  readonly dependencies: Dependencies;
}

/**
 * Notes what an operation reads while it runs. Operations run synchronously, one at a time, and share the objects that
 * answers are made of; so there is one witness, and it is told when an operation begins and ends.
 */
export class Witness {
  /** By mark, the last operation that noted it: telling marks apart must cost nothing, there are thousands. */
  readonly #noted = new Uint32Array(MARKS);
  #operation = 0;
  #marks: Mark[] = [];
  #documents = new Set<Document>();
  #dependencies = new Map<CacheTag, ContentTypeName | null>();
  #isWatching = false;

  /** Runs an operation. @returns what it gave, and what it read. */
  watch<Result>(operation: () => Result): { result: Result; testimony: Testimony } {
    this.#operation = (this.#operation + 1) >>> 0;
    this.#marks = [];
    this.#documents = new Set();
    this.#dependencies = new Map();
    this.#isWatching = true;
    try {
      const result = operation();
      const testimony = {
        marks: Uint32Array.from(this.#marks),
        documents: this.#documents,
        dependencies: this.#dependencies,
      };
      return { result, testimony };
    } finally {
      this.#isWatching = false;
    }
  }

  /** Whether anybody listens: what is not noted need not be worked out. */
  get isWatching(): boolean {
    return this.#isWatching;
  }

  note(mark: Mark): void {
    if (!this.#isWatching || this.#noted[mark] === this.#operation) return;
    this.#noted[mark] = this.#operation;
    this.#marks.push(mark);
  }

  /** @param type what the tag is about; null where that is everything. */
  depend(tag: CacheTag, type: ContentTypeName | null): void {
    if (this.#isWatching) this.#dependencies.set(tag, type);
  }

  show(document: Document): void {
    if (this.#isWatching) this.#documents.add(document);
  }
}
