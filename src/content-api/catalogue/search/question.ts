import { isStopWord, stemOf, wordsOf } from './language';
import { synonyms } from './synonyms';

/** More say nothing more about what somebody looks for; the rest is passed over. */
const MOST_UNITS = 16;
/** Words of the longest phrase that has another name. */
const LONGEST_PHRASE = 5;

/** Words that must stand in a document together for it to answer. */
export interface Alternative {
  readonly words: readonly string[];
  /** Whether these are the reader's own words, and not what else the thing is called. */
  readonly isTyped: boolean;
}

/** One thing that is looked for: a word, or a phrase with what else it is called. */
export type Unit = readonly Alternative[];

/** Takes what readers type apart, for a practice that speaks these languages. */
export class Question {
  /** What else a phrase is called, by the stems of its words. */
  readonly #otherNames = new Map<string, readonly (readonly string[])[]>();

  constructor(private readonly languages: readonly string[]) {
    for (const names of synonyms) {
      const group = names.map((name) => this.#tellingName(wordsOf(name)));
      for (const name of names) {
        for (const language of languages) {
          this.#otherNames.set(stemmed(wordsOf(name), language), group);
        }
      }
    }
  }

  speaks(languages: readonly string[]): boolean {
    return this.languages.join() === languages.join();
  }

  units(query: string): Unit[] {
    const words = wordsOf(query);
    const units = new Map<string, Unit>();
    for (let at = 0; at < words.length && units.size < MOST_UNITS;) {
      const phrase = this.#longestPhrase(words, at);
      const typed = words.slice(at, at + (phrase?.length ?? 1));
      at += typed.length;
      const telling = this.#telling(typed);
      if (!phrase && telling.length === 0) continue;
      const alternatives: Alternative[] = [{ words: typed, isTyped: true }];
      for (const other of phrase?.names ?? []) alternatives.push({ words: other, isTyped: false });
      units.set(typed.join(' '), alternatives);
    }
    if (units.size > 0) return [...units.values()];
    // Nothing but small words: then they are what is looked for.
    const small = [...new Set(words)].slice(0, MOST_UNITS);
    return small.map((word) => [{ words: [word], isTyped: true }]);
  }

  #longestPhrase(words: readonly string[], at: number) {
    for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
      for (const language of this.languages) {
        const names = this.#otherNames.get(stemmed(words.slice(at, at + length), language));
        if (names) return { length, names };
      }
    }
    return null;
  }

  /** Without the small words; but `much` alone is not what `how much` is. */
  #tellingName(words: readonly string[]): readonly string[] {
    const telling = this.#telling(words);
    return telling.length > 1 ? telling : words;
  }

  /** Without the small words. */
  #telling(words: readonly string[]): readonly string[] {
    return words.filter((word) => !isStopWord(word, this.languages));
  }
}

const stemmed = (words: readonly string[], language: string): string =>
  words.map((word) => stemOf(word, language)).join(' ');
