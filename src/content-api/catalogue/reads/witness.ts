import type { ContentTypeName } from '../../../publications/content';
import type { Document } from '../document';
import type { CacheTag, Dependencies } from './cache-tags';
import { MARKS, type Mark } from './mark';

/** What one operation read of a catalogue. */
export interface Testimony {
  readonly marks: readonly Mark[];
  /** Those that stand in the answer or that it was found by, for its cache tags. */
  readonly documents: ReadonlySet<Document>;
  /** What else a cache in front must know. */
  readonly dependencies: Dependencies;
}

/** What is being noted for one operation. */
class Notes {
  readonly marks: Mark[] = [];
  readonly documents = new Set<Document>();
  readonly dependencies = new Map<CacheTag, ContentTypeName | null>();

  constructor(readonly operation: number) {}
}

/** An operation that runs in one slice or in several, between which others may run. */
export interface Watched {
  run<Result>(slice: () => Result): Result;
  /** What was read in all slices so far. */
  testimony(): Testimony;
}

/**
 * Notes what an operation reads while it runs. What runs, runs synchronously, one slice of one operation at a time, and
 * operations share the objects that answers are made of; so there is one witness, and it is told when a slice begins and
 * ends.
 */
export class Witness {
  /** By mark, the last operation that noted it: telling marks apart must cost nothing, there are thousands. */
  readonly #noted = new Uint32Array(MARKS);
  #operations = 0;
  #notes: Notes | null = null;

  begin(): Watched {
    this.#operations = (this.#operations + 1) >>> 0;
    const notes = new Notes(this.#operations);
    return {
      run: (slice) => {
        this.#notes = notes;
        try {
          return slice();
        } finally {
          this.#notes = null;
        }
      },
      testimony: () => ({
        // One that another operation noted in between may be noted twice, and does no harm.
        marks: notes.marks,
        documents: notes.documents,
        dependencies: notes.dependencies,
      }),
    };
  }

  /** Whether anybody listens: what is not noted need not be worked out. */
  get isWatching(): boolean {
    return this.#notes !== null;
  }

  /** Tells the operation that is being noted from every other; null where none is. */
  get operation(): object | null {
    return this.#notes;
  }

  note(mark: Mark): void {
    const notes = this.#notes;
    if (notes === null || this.#noted[mark] === notes.operation) return;
    this.#noted[mark] = notes.operation;
    notes.marks.push(mark);
  }

  /** @param type what the tag is about; null where that is everything. */
  depend(tag: CacheTag, type: ContentTypeName | null): void {
    this.#notes?.dependencies.set(tag, type);
  }

  show(document: Document): void {
    this.#notes?.documents.add(document);
  }
}
