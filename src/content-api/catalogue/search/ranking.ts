import type { ContentTypeName } from '../../../publications/content';
import type { Document } from '../document';
import type { Alternative, Unit } from './question';
import { Scores } from './scores';
import type { Shown } from './shown';
import type { Match, Vocabulary } from './vocabulary';

/** A document that answers, and how well. */
export interface Hit {
  readonly document: Document;
  readonly score: number;
}

/** What a search found: the best first, ties by id. */
export interface Found {
  readonly hits: readonly Hit[];
  /** By language, the words because of which something was found. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How well something is said by another name. */
const SYNONYM_PERCENT = 70;
/** Of what was typed, in percent, how much a document must answer. */
const COVERAGE_PERCENT = 60;

type Vocabularies = ReadonlyMap<string, Vocabulary>;

/**
 * The documents that answer, the best first. Scores are sums of whole numbers over what is shown, so that they are
 * the same in every process, whatever it indexed before.
 */
export function ranked(
  units: readonly Unit[],
  types: ReadonlySet<ContentTypeName>,
  shown: Shown,
  vocabularies: Vocabularies,
): Found {
  return new Ranking(types, shown, vocabularies).of(units);
}

class Ranking {
  readonly #words = new Map<string, Set<string>>();

  constructor(
    private readonly types: ReadonlySet<ContentTypeName>,
    private readonly shown: Shown,
    private readonly vocabularies: Vocabularies,
  ) {}

  of(units: readonly Unit[]): Found {
    const total = this.#noScores();
    const answered = this.#noScores();
    for (const unit of units) {
      const scores = this.#unitScores(unit);
      const rarity = rarityOf(scores.size, this.shown.count);
      for (const number of scores.numbers) {
        total.add(number, scores.get(number) * rarity);
        answered.add(number, 1);
      }
    }
    const hits: Hit[] = [];
    for (const number of total.numbers) {
      const document = this.shown.get(number);
      const count = answered.get(number);
      if (!document || count * 100 < units.length * COVERAGE_PERCENT) continue;
      hits.push({ document, score: total.get(number) * count * count });
    }
    return { hits: hits.sort(compareHits), words: this.#words };
  }

  /** Typing errors are forgiven only where nothing else is found. */
  #unitScores(unit: Unit): Scores {
    const { has } = this.shown;
    const scores = this.#noScores();
    for (const alternative of unit) {
      const found = this.#together(alternative, (vocabulary, word) =>
        alternative.isTyped
          ? [...vocabulary.beginning(word, has), ...vocabulary.forms(word)]
          : vocabulary.forms(word),
      );
      const percent = alternative.isTyped ? 100 : SYNONYM_PERCENT;
      for (const number of found.numbers) {
        scores.raise(number, Math.ceil((found.get(number) * percent) / 100));
      }
    }
    const [typed] = unit;
    if (scores.size > 0 || !typed) return scores;
    return this.#together(typed, (vocabulary, word) => vocabulary.resembling(word, has));
  }

  /** The texts that hold all words of an alternative, by the one that they hold least well. */
  #together(
    { words }: Alternative,
    matchesOf: (vocabulary: Vocabulary, word: string) => readonly Match[],
  ): Scores {
    let together: Scores | null = null;
    const seen: (readonly [string, string])[] = [];
    for (const word of words) {
      const scores = this.#noScores();
      for (const [language, vocabulary] of this.vocabularies) {
        for (const match of matchesOf(vocabulary, word)) {
          if (this.#score(match, together, scores)) seen.push([language, match.word]);
        }
      }
      together = scores;
      if (scores.size === 0) return scores;
    }
    for (const [language, word] of seen) {
      const words = this.#words.get(language);
      if (words) words.add(word);
      else this.#words.set(language, new Set([word]));
    }
    return together ?? this.#noScores();
  }

  /** @returns whether any of what is shown holds the word. */
  #score({ postings, quality }: Match, among: Scores | null, scores: Scores): boolean {
    let isHeld = false;
    postings.each((number, weight) => {
      const document = this.shown.get(number);
      if (!document || !this.types.has(document.type)) return false;
      const most = among ? among.get(number) : Infinity;
      if (most === 0) return false;
      isHeld = true;
      scores.raise(number, Math.min(most, quality * weight));
      return false;
    });
    return isHeld;
  }

  #noScores(): Scores {
    return new Scores(this.shown.end);
  }
}

/** What few documents say tells more: 1 for what all say, one more for each halving. */
function rarityOf(found: number, all: number): number {
  let rarity = 1;
  for (let half = found * 2; found > 0 && half <= all; half *= 2) rarity += 1;
  return rarity;
}

/** The best first; ties by id, in the order of code units, which is the same everywhere. */
function compareHits(one: Hit, other: Hit): number {
  if (one.score !== other.score) return other.score - one.score;
  if (one.document.id !== other.document.id) return one.document.id < other.document.id ? -1 : 1;
  return one.document.type < other.document.type ? -1 : 1;
}
