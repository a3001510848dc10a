import SearchableMap from 'minisearch/SearchableMap';
import { stemOf } from './language';
import { Postings } from './postings';

/** From 0 to 100: how surely a word of a text is the word that somebody typed. */
export interface Match {
  readonly word: string;
  readonly postings: Postings;
  readonly quality: number;
}

const EXACT = 100;
const SAME_STEM = 85;
const PREFIX = 60;
const TYPO = 40;
/** Shorter words than this begin too many others, and are one typing error away from too many. */
const SHORTEST_PREFIX = 2;
const SHORTEST_TYPO = 4;
const SHORTEST_SECOND_TYPO = 8;
/** Of words that begin so or look alike: those nearest to what was typed. */
const MOST_WORDS = 40;

/** The words of all texts in one language. */
export class Vocabulary {
  readonly #words = new SearchableMap<Postings>();
  readonly #byStem = new Map<string, string[]>();

  constructor(private readonly language: string) {}

  /**
   * @param text a number that grows from text to text.
   * @param weight less than 32.
   */
  add(word: string, text: number, weight: number): void {
    this.#postingsOf(word).add(text, weight);
  }

  /** The same words without the texts that have no number any more. */
  renumbered(numbers: ReadonlyMap<number, number>): Vocabulary {
    const next = new Vocabulary(this.language);
    for (const [word, postings] of this.#words) {
      postings.each((text, weight) => {
        const number = numbers.get(text);
        if (number !== undefined) next.add(word, number, weight);
        return false;
      });
    }
    return next;
  }

  /** The word itself and its other forms. */
  forms(word: string): Match[] {
    const family = this.#byStem.get(stemOf(word, this.language)) ?? [];
    const matches = family.map((form) => this.#match(form, form === word ? EXACT : SAME_STEM));
    if (!family.includes(word)) matches.push(this.#match(word, EXACT));
    return matches;
  }

  /** Words that begin so. @param isHeld whether a text still counts. */
  beginning(prefix: string, isHeld: (number: number) => boolean): Match[] {
    if (prefix.length < SHORTEST_PREFIX) return [];
    return nearest(
      [...this.#words.atPrefix(prefix)].map(([word, postings]) => ({
        word,
        postings,
        quality: Math.max(PREFIX - 2 * (word.length - prefix.length), PREFIX / 2),
      })),
      isHeld,
    );
  }

  /**
   * Words that differ by a typing error or, when they are long, by two; two neighbours in the wrong order are one.
   * The first letter is seldom mistaken, and what differs there is often something else: ketamine is not esketamine.
   */
  resembling(word: string, isHeld: (number: number) => boolean): Match[] {
    if (word.length < SHORTEST_TYPO) return [];
    const errors = word.length < SHORTEST_SECOND_TYPO ? 1 : 2;
    const found = [...this.#words.fuzzyGet(word, errors).entries()].map(
      ([other, [postings, distance]]) => ({
        word: other,
        postings,
        quality: TYPO / Math.max(1, distance),
      }),
    );
    for (let at = 1; at < word.length - 1; at += 1) {
      const swapped = `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
      found.push(this.#match(swapped, TYPO));
    }
    return nearest(
      found.filter((match) => match.word.startsWith(word.charAt(0))),
      isHeld,
    );
  }

  #match(word: string, quality: number) {
    return { word, postings: this.#words.get(word) ?? new Postings(), quality };
  }

  #postingsOf(word: string): Postings {
    const known = this.#words.get(word);
    if (known) return known;
    const postings = new Postings();
    this.#words.set(word, postings);
    const stem = stemOf(word, this.language);
    const family = this.#byStem.get(stem);
    if (family) family.push(word);
    else this.#byStem.set(stem, [word]);
    return postings;
  }
}

/** Words of texts that are not shown any more must not take the place of others. */
function nearest(matches: readonly Match[], isHeld: (number: number) => boolean): Match[] {
  return matches
    .filter(({ postings }) => postings.some(isHeld))
    .sort((one, other) => other.quality - one.quality || (one.word < other.word ? -1 : 1))
    .slice(0, MOST_WORDS);
}
