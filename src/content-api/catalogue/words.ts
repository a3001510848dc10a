import type { ContentTypeName } from '../../publications/content';
import { documentsOf } from './documents-of';
import type { ShownContent } from './shown-content';
import type { View } from './view';
import { FormattedText } from './rich-text/formatted-text';
import { plainTextOf } from './rich-text/plain-text';
import { Reached } from './reached';

const MOST_TERMS = 1_000;

type Text = string | FormattedText | null;

/** What a reader of a document reads: the texts of each type that "text contains" looks through. */
const texts: {
  readonly [Type in ContentTypeName]: (content: ShownContent<Type>) => readonly Text[];
} = {
  service: (service) => [
    service.name,
    service.summary,
    service.body,
    service.whatToExpect,
    ...service.administrationRoutes.map(({ explanation }) => explanation),
    ...service.conditions.map(({ note }) => note),
    ...service.screeningItems.flatMap(({ name, explanation }) => [name, explanation]),
    ...service.fees.flatMap(({ name, note }) => [name, note]),
    ...service.tags.map(({ name }) => name),
  ],
  'therapy-phase': (phase) => [
    phase.title,
    phase.summary,
    phase.body,
    ...phase.goals.map(({ text }) => text),
    ...phase.steps.flatMap(({ title, text }) => [title, text]),
    phase.clinicianRole,
    phase.whatPeopleReport,
    phase.aftercare,
    ...phase.tags.map(({ name }) => name),
  ],
  clinician: (clinician) => [
    clinician.name,
    clinician.role,
    clinician.biography,
    ...clinician.credentials.flatMap(({ name, abbreviation }) => [name, abbreviation]),
    ...clinician.tags.map(({ name }) => name),
  ],
  faq: (faq) => [faq.question, faq.answer, ...faq.tags.map(({ name }) => name)],
  condition: (condition) => [
    condition.name,
    condition.summary,
    condition.body,
    ...condition.alsoKnownAs.map(({ text }) => text),
    ...condition.tags.map(({ name }) => name),
  ],
  'safety-notice': (notice) => [
    notice.title,
    notice.text,
    ...notice.crisisLines.map(({ name }) => name),
  ],
  reference: (reference) => [reference.title, reference.authors, reference.publisher],
  location: (location) => [
    location.name,
    ...location.addressLines.map(({ text }) => text),
    location.city,
    location.publicTransport,
  ],
  practice: (practice) => [
    practice.name,
    practice.description,
    practice.funding,
    practice.conflictsOfInterest,
    practice.publishingPrinciples,
  ],
};

/** Contact tokens name nothing that a text could be looked for by. */
const asWritten = { text: (words: string) => words };

/** A text as it is compared where case and accents make no difference. */
export function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** Remembers the folded words of each content for as long as a catalogue holds it. */
export class Words {
  readonly #words = new WeakMap<object, string>();
  /** Where the words of all documents are known. */
  readonly reached = new Reached();
  readonly #terms = new Map<string, string>();
  #line = '';
  #folded = '';

  /** Everything that a reader of this content reads, folded; texts are a line apart. */
  of<Type extends ContentTypeName>(type: Type, content: ShownContent<Type>): string {
    const known = this.#words.get(content);
    if (known !== undefined) return known;
    const read = texts[type](content).map((text) =>
      text instanceof FormattedText ? plainTextOf(text.blocks, asWritten) : text,
    );
    const words = folded(read.filter((text) => text !== null).join('\n'));
    this.#words.set(content, words);
    return words;
  }

  /** Takes in what a view shows, a text at each step, so that nobody need wait for all of them at once. */
  *adding(view: View): Generator<void> {
    for (const { type, content } of documentsOf(view)) {
      this.of(type, content);
      yield;
    }
  }

  /** One of a few words that stand in many documents, as tags do, folded. */
  term(word: string): string {
    const known = this.#terms.get(word);
    if (known !== undefined) return known;
    if (this.#terms.size >= MOST_TERMS) this.#terms.clear();
    const term = folded(word);
    this.#terms.set(word, term);
    return term;
  }

  /** One text, folded. The same text again costs nothing: a filter has several conditions for each. */
  line(text: string): string {
    if (text !== this.#line) {
      this.#line = text;
      this.#folded = folded(text);
    }
    return this.#folded;
  }
}
