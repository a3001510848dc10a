import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { folded } from '../words';

/** Longer than any word: what is longer is cut. */
const LONGEST_WORD = 40;

/** Words that say nothing about what somebody looks for; without accents. */
const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'a about after am an and any are as at be been but by can could do does for from get had has have how i if in into is it its me my of on or our should so than that the their them then there these they this to was we were what when where which who why will with would you your'.split(
      ' ',
    ),
  ),
  es: new Set(
    'a al algo como con cual cuales cuando cuanto de del desde donde el ella ellos en entre era es esa ese eso esta estan este esto ha hace hay la las le les lo los mas me mi mis muy ni no nos o para pero por porque puede puedo que quien se ser si sin sobre son soy su sus te tengo tiene tu tus un una unas uno unos y ya yo'.split(
      ' ',
    ),
  ),
};

/** `es` of `es-MX`. */
export function languageOf(locale: string): string {
  return locale.split('-', 1)[0]?.toLowerCase() ?? locale;
}

/** The words of a text as they are compared, without case and accents. */
export function wordsOf(text: string): string[] {
  // Most texts have nothing to fold, and are taken apart in a third of the time where that is known.
  const words = isAscii(text)
    ? text.toLowerCase().match(/[a-z0-9]+/g)
    : folded(text).match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).map((word) => word.slice(0, LONGEST_WORD));
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e\n]*$/.test(text);
}

/** What a folded word has in common with its other forms: `session` of `sessions`. */
export function stemOf(word: string, language: string): string {
  if (language === 'en') return stemEnglish(word);
  if (language === 'es') return stemSpanish(word);
  return word;
}

export function isStopWord(word: string, languages: Iterable<string>): boolean {
  for (const language of languages) if (stopWords[language]?.has(word)) return true;
  return false;
}
