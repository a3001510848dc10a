import type { Catalogue } from '../catalogue/catalogue';
import type { Answer } from './answer';
import { AskedBefore } from './asked-before';
import { NewestAnswers } from './newest-answers';
import { Touches, type Touched } from '../catalogue/reads/touches';

/** What changed between two editions; null where the second is not made from the first. */
export type StepBetween = (before: Catalogue, after: Catalogue) => readonly Touched[] | null;

export interface Remembered {
  readonly answer: Answer;
  /** Whom it may be given to. */
  readonly shelf: string;
  /** The questions that it answers: one question can be spelled in several ways. */
  readonly questions: string[];
  /** As of this sequence it is known to hold; null where it holds for ever. */
  holdsAt: number | null;
  size: number;
  /** Whether it was asked for again, since it was last looked at. */
  wasAskedAgain: boolean;
}

const MEGABYTE = 1024 * 1024;
/** A frontend's whole site, many times over. */
const DEFAULT_BYTES = 64 * MEGABYTE;
/** Besides, for what was asked once: as many answers as are asked for at the same time, more or less. */
const NEWEST_BYTES = MEGABYTE / 2;
const MOST_NEWEST = 8;
/** More spellings of one question are somebody's mistake; they are answered, and not remembered. */
const MOST_SPELLINGS = 8;

/**
 * Answers by question. A publication drops those that read what it touched, and no other: they are found out when they
 * are next asked for.
 *
 * Bounded by bytes, in the manner of S3-FIFO (Yang and others, "FIFO queues are all you need for cache eviction", SOSP
 * 2023). An answer is kept from when it is asked for a second time: most questions never are, a build of a whole site
 * must not drive out what its readers ask for, and what is not kept costs the garbage collector next to nothing. To find
 * an answer changes one flag; an order by last use would be written at every request.
 */
export class RememberedAnswers {
  /** By shelf, then by question. */
  readonly #shelves = new Map<string, Map<string, Remembered>>();
  /** What the shelves hold, the oldest first: a Set keeps the order of insertion. */
  readonly #kept = new Set<Remembered>();
  readonly #newest = new NewestAnswers(NEWEST_BYTES, MOST_NEWEST);
  readonly #askedBefore = new AskedBefore();
  #bytes = 0;
  #catalogue: Catalogue | null = null;
  #touches = new Touches();

  constructor(
    private readonly stepBetween: StepBetween,
    private readonly limit: number = DEFAULT_BYTES,
  ) {}

  /** Of what is kept, roughly. */
  get bytes(): number {
    return this.#bytes;
  }

  get count(): number {
    return this.#kept.size;
  }

  /**
   * Tells which edition is served now. To be called before what is current is asked for; it costs nothing while the
   * edition is the same.
   */
  moveTo(catalogue: Catalogue): void {
    if (catalogue === this.#catalogue) return;
    const step = this.#catalogue && this.stepBetween(this.#catalogue, catalogue);
    if (this.#catalogue && step) {
      this.#touches.note(this.#catalogue, catalogue, step);
    } else {
      this.clear();
    }
    this.#catalogue = catalogue;
  }

  /** Forgets every answer. */
  clear(): void {
    this.#shelves.clear();
    this.#kept.clear();
    this.#newest.clear();
    this.#bytes = 0;
    this.#touches = new Touches();
  }

  /**
   * What was asked for again, by its name or by another spelling.
   *
   * @param shelf names those who may be given the same answers.
   * @returns null where it was never made, was forgotten, or something that it tells of has changed.
   */
  get(shelf: string, question: string): Answer | null {
    const remembered = this.#shelves.get(shelf)?.get(question);
    return remembered && this.#holds(remembered) ? remembered.answer : null;
  }

  /**
   * Likewise, or what was made just now and is kept from now on: by its name alone.
   *
   * @param catalogue the edition that is asked for: while a question was on its way another may have come to be served.
   */
  find(catalogue: Catalogue, shelf: string, name: string): Answer | null {
    const kept = this.#shelves.get(shelf)?.get(name);
    const remembered = kept ?? this.#newest.find(shelf, name);
    if (!remembered) return null;
    if (remembered.holdsAt !== null && catalogue !== this.#catalogue) return null;
    if (!this.#holds(remembered)) return null;
    if (!kept) {
      this.#newest.remove(remembered);
      this.#keep(remembered);
    }
    return remembered.answer;
  }

  /**
   * Of an edition that is not served any more nothing is kept, unless it was asked for as one of the past, which nothing
   * changes.
   *
   * @param questions the first names it, the others are ways of spelling it.
   */
  set(
    { catalogue, isPast }: { readonly catalogue: Catalogue; readonly isPast: boolean },
    shelf: string,
    questions: readonly string[],
    answer: Answer,
  ): void {
    if (!isPast && catalogue !== this.#catalogue) return;
    const remembered: Remembered = {
      answer,
      shelf,
      questions: [...questions],
      holdsAt: isPast ? null : catalogue.edition.sequence,
      size: questions.reduce((size, question) => size + 2 * question.length, answer.size),
      wasAskedAgain: false,
    };
    // One that would drive everything else out is not worth it.
    if (remembered.size > this.limit / 8) return;
    if (this.#askedBefore.ask(questions[0] ?? '')) this.#keep(remembered);
    else this.#newest.add(remembered);
  }

  /** Remembers that a question asks the same as another. */
  alias(shelf: string, question: string, known: string): void {
    const answers = this.#shelves.get(shelf);
    const remembered = answers?.get(known);
    if (!remembered || remembered.questions.length >= MOST_SPELLINGS) return;
    // What was made just now came with its first spelling.
    if (answers?.get(question) === remembered) return;
    answers?.set(question, remembered);
    remembered.questions.push(question);
    remembered.size += 2 * question.length;
    this.#grow(2 * question.length);
  }

  /** Forgets it where it does not. */
  #holds(remembered: Remembered): boolean {
    const { answer, holdsAt } = remembered;
    const sequence = this.#catalogue?.edition.sequence ?? 0;
    if (holdsAt !== null && holdsAt !== sequence) {
      if (!this.#touches.isUnchanged(answer.marks, holdsAt)) {
        this.#forget(remembered);
        return false;
      }
      remembered.holdsAt = sequence;
    }
    remembered.wasAskedAgain = true;
    return true;
  }

  #keep(remembered: Remembered): void {
    const { shelf, questions } = remembered;
    const answers = this.#shelves.get(shelf) ?? new Map<string, Remembered>();
    for (const question of questions) {
      const before = answers.get(question);
      if (before) this.#forget(before);
    }
    // Now, as to forget what was last on a shelf puts the shelf away.
    this.#shelves.set(shelf, answers);
    for (const question of questions) answers.set(question, remembered);
    // The second asking brought it here; what saves it from going is a third.
    remembered.wasAskedAgain = false;
    this.#kept.add(remembered);
    this.#grow(remembered.size);
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    for (const oldest of this.#kept) {
      if (this.#bytes <= this.limit) return;
      if (oldest.wasAskedAgain) {
        oldest.wasAskedAgain = false;
        this.#kept.delete(oldest);
        this.#kept.add(oldest);
      } else {
        this.#forget(oldest);
      }
    }
  }

  #forget(remembered: Remembered): void {
    this.#newest.remove(remembered);
    if (!this.#kept.delete(remembered)) return;
    const answers = this.#shelves.get(remembered.shelf);
    for (const question of remembered.questions) answers?.delete(question);
    if (answers?.size === 0) this.#shelves.delete(remembered.shelf);
    this.#bytes -= remembered.size;
  }
}
