import type { Catalogue } from '../catalogue/catalogue';
import type { Answer } from './answer';
import { Touches, type Touched } from './touches';

/** What changed between two editions; null where the second is not made from the first. */
export type StepBetween = (before: Catalogue, after: Catalogue) => readonly Touched[] | null;

interface Remembered {
  readonly answer: Answer;
  /** The questions that it answers: one question can be spelled in several ways. */
  readonly questions: string[];
  /** As of this sequence it is known to hold; null where it holds for ever. */
  holdsAt: number | null;
  size: number;
}

const MEGABYTE = 1024 * 1024;
/** A frontend's whole site, many times over. */
const DEFAULT_BYTES = 64 * MEGABYTE;
/** More spellings of one question are somebody's mistake; they are answered, and not remembered. */
const MOST_SPELLINGS = 8;

/**
 * Answers by question. A publication drops those that read what it touched, and no other: they are found out when they
 * are next asked for. Bounded by bytes; what was asked for longest ago goes first.
 */
export class RememberedAnswers {
  readonly #answers = new Map<string, Remembered>();
  /** What was asked for last is at the end: a Set keeps the order of insertion. */
  readonly #order = new Set<Remembered>();
  #bytes = 0;
  #catalogue: Catalogue | null = null;
  #touches = new Touches();

  constructor(
    private readonly stepBetween: StepBetween,
    private readonly limit: number = DEFAULT_BYTES,
  ) {}

  get bytes(): number {
    return this.#bytes;
  }

  get count(): number {
    return this.#order.size;
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
      this.#answers.clear();
      this.#order.clear();
      this.#bytes = 0;
      this.#touches = new Touches();
    }
    this.#catalogue = catalogue;
  }

  /** @returns null where it was never made, was forgotten, or something that it tells of has changed. */
  get(question: string): Answer | null {
    const remembered = this.#answers.get(question);
    if (!remembered) return null;
    const sequence = this.#catalogue?.edition.sequence ?? 0;
    if (remembered.holdsAt !== null && remembered.holdsAt !== sequence) {
      if (!this.#touches.isUnchanged(remembered.answer.marks, remembered.holdsAt)) {
        this.#forget(remembered);
        return null;
      }
      remembered.holdsAt = sequence;
    }
    this.#order.delete(remembered);
    this.#order.add(remembered);
    return remembered.answer;
  }

  /** @param isPast whether the answer is of a past edition, which nothing changes any more. */
  set(questions: readonly string[], answer: Answer, isPast: boolean): void {
    let size = answer.size;
    for (const question of questions) {
      size += 2 * question.length;
      const before = this.#answers.get(question);
      if (before) this.#forget(before);
    }
    // One that would drive everything else out is not worth it.
    if (size > this.limit / 8) return;
    const holdsAt = isPast ? null : (this.#catalogue?.edition.sequence ?? 0);
    const remembered = { answer, questions: [...questions], holdsAt, size };
    for (const question of questions) this.#answers.set(question, remembered);
    this.#order.add(remembered);
    this.#grow(size);
  }

  /** Remembers that a question asks the same as another. */
  alias(question: string, known: string): void {
    const remembered = this.#answers.get(known);
    if (!remembered || remembered.questions.length >= MOST_SPELLINGS) return;
    this.#answers.set(question, remembered);
    remembered.questions.push(question);
    remembered.size += 2 * question.length;
    this.#grow(2 * question.length);
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    for (const oldest of this.#order) {
      if (this.#bytes <= this.limit) return;
      this.#forget(oldest);
    }
  }

  #forget(remembered: Remembered): void {
    for (const question of remembered.questions) this.#answers.delete(question);
    this.#order.delete(remembered);
    this.#bytes -= remembered.size;
  }
}
