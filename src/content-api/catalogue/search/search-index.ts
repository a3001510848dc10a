import type { ContentTypeName } from '../../../publications/content';
import type { Document } from '../document';
import { Reached } from '../reached';
import type { View } from '../view';
import { languageOf } from './language';
import { Question } from './question';
import { ranked, type Found } from './ranking';
import { documentsOf } from '../documents-of';
import { Shown } from './shown';
import { weightedWords } from './text-words';
import { Vocabulary } from './vocabulary';

/** The newest edition and a past one, each in two languages. */
const VIEWS_KEPT = 4;
/**
 * Whether too many texts are kept that nobody searched lately. A few are not worth dropping: they may be another
 * language's, which somebody searches next.
 */
const areTooMany = (unsearched: number, searched: number) =>
  unsearched > Math.max(2 * searched, 10_000);
/** A text that the index has the words of. */
interface Indexed {
  readonly contentHash: string;
  readonly locale: string | null;
  readonly number: number;
}

/**
 * The words of every text that somebody searched through: of all locales and editions, since most of their texts are
 * the same. A search takes what its view shows and nothing else, so that what else is here, and how it came here,
 * makes no difference to what is found.
 */
export class SearchIndex {
  /** By type and document id. */
  #texts = new Map<string, readonly Indexed[]>();
  #vocabularies = new Map<string, Vocabulary>();
  #count = 0;
  /** What was searched last is at the end. */
  readonly #shown = new Map<View, Shown>();
  #question: Question | null = null;
  readonly reached = new Reached();

  constructor(private readonly dropsWhere = areTooMany) {}

  search(view: View, query: string, types: ReadonlySet<ContentTypeName>): Found {
    const shown = this.#shownBy(view);
    const languages = shown.languages;
    if (this.#question?.speaks(languages) !== true) this.#question = new Question(languages);
    return ranked(this.#question.units(query), types, shown, this.#vocabularies);
  }

  /** Takes in what a view shows, a text at each step, so that nobody need wait for all of them at once. */
  *adding(view: View): Generator<void> {
    for (const document of documentsOf(view)) {
      if (this.#find(document) !== null) continue;
      this.#add(document);
      yield;
    }
  }

  #shownBy(view: View): Shown {
    const known = this.#shown.get(view);
    if (known) {
      this.#shown.delete(view);
      this.#shown.set(view, known);
      return known;
    }
    const shown = this.#show(view);
    return this.#dropUnshown() ? this.#show(view) : shown;
  }

  #show(view: View): Shown {
    const shown = new Shown(view, (document) => this.#find(document) ?? this.#add(document));
    this.#shown.set(view, shown);
    const [oldest] = this.#shown.keys();
    if (oldest && this.#shown.size > VIEWS_KEPT) this.#shown.delete(oldest);
    return shown;
  }

  #find({ type, id, contentHash, locale }: Document): number | null {
    for (const text of this.#texts.get(`${type} ${id}`) ?? []) {
      if (text.contentHash === contentHash && text.locale === locale) return text.number;
    }
    return null;
  }

  #add(document: Document): number {
    const { type, id, contentHash, locale } = document;
    const number = this.#count;
    this.#count += 1;
    const key = `${type} ${id}`;
    this.#texts.set(key, [...(this.#texts.get(key) ?? []), { contentHash, locale, number }]);
    // What is the same in every language is in none.
    const language = locale === null ? '' : languageOf(locale);
    let vocabulary = this.#vocabularies.get(language);
    if (!vocabulary) {
      vocabulary = new Vocabulary(language);
      this.#vocabularies.set(language, vocabulary);
    }
    for (const [word, weight] of weightedWords(document)) vocabulary.add(word, number, weight);
    return number;
  }

  /** @returns whether texts were dropped, and the others numbered anew. */
  #dropUnshown(): boolean {
    const kept = new Set([...this.#shown.values()].flatMap((shown) => shown.numbers()));
    if (!this.dropsWhere(this.#count - kept.size, kept.size)) return false;
    const numbers = new Map(
      [...kept].sort((one, other) => one - other).map((old, at) => [old, at]),
    );
    const texts = [...this.#texts].flatMap(([key, all]) => {
      const left = all.flatMap((text) => {
        const number = numbers.get(text.number);
        return number === undefined ? [] : [{ ...text, number }];
      });
      return left.length > 0 ? [[key, left] as const] : [];
    });
    this.#texts = new Map(texts);
    this.#vocabularies = new Map(
      [...this.#vocabularies].map(([language, words]) => [language, words.renumbered(numbers)]),
    );
    this.#count = numbers.size;
    this.#shown.clear();
    this.reached.clear();
    return true;
  }
}
