import { folded } from '../../catalogue/words';
import { wordsOf } from '../../catalogue/search/language';

/** Characters of text before the first word that is marked, and in all. */
const BEFORE = 60;
const LENGTH = 240;

/**
 * The part of a text around the first of these words, as HTML: the text escaped, the words in `<mark>`.
 *
 * @returns null where none of the words stands in the text.
 */
export function highlighted(text: string, words: ReadonlySet<string>): string | null {
  const marks: { readonly start: number; readonly end: number }[] = [];
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (wordsOf(folded(token)).some((word) => words.has(word))) {
      marks.push({ start: index, end: index + token.length });
    }
  }
  const [first] = marks;
  if (!first) return null;
  const start = wordStart(text, first.start - BEFORE);
  const end = Math.max(wordEnd(text, start + LENGTH), first.end);
  let html = start > 0 ? '… ' : '';
  let at = start;
  for (const mark of marks) {
    if (mark.end > end) break;
    html += `${escaped(text.slice(at, mark.start))}<mark>${escaped(text.slice(mark.start, mark.end))}</mark>`;
    at = mark.end;
  }
  html += escaped(text.slice(at, end));
  return end < text.length ? `${html.trimEnd()} …` : html;
}

function wordStart(text: string, from: number): number {
  if (from <= 0) return 0;
  const space = text.slice(from).search(/\s/);
  return space === -1 || space >= BEFORE ? betweenCharacters(text, from) : from + space + 1;
}

function wordEnd(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.slice(0, to).search(/\s\S*$/);
  return space > to - BEFORE ? space : betweenCharacters(text, to);
}

/** Half of a character that takes two code units is none. */
function betweenCharacters(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
