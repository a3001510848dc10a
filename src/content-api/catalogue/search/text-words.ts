import type { Document } from '../document';
import { plainTextOf } from '../rich-text/plain-text';
import { wordsOf } from './language';
import { fieldWeights, searchFields, searchTexts } from './texts';

/** What a contact token stands for is what the practice says today, and no part of the document's own words. */
const withoutTokens = { text: (words: string) => words.replace(/\{\{[^}]*\}\}/g, ' ') };

/** Each word of a document with the sum of the weights of the fields that it stands in. */
export function weightedWords({ type, content }: Document): Map<string, number> {
  const weights = new Map<string, number>();
  const texts = searchTexts(type, content);
  for (const field of searchFields) {
    const words = new Set<string>();
    for (const text of texts[field] ?? []) {
      if (text === null) continue;
      const plain =
        typeof text === 'string'
          ? withoutTokens.text(text)
          : plainTextOf(text.blocks, withoutTokens);
      for (const word of wordsOf(plain)) words.add(word);
    }
    for (const word of words) weights.set(word, (weights.get(word) ?? 0) + fieldWeights[field]);
  }
  return weights;
}
