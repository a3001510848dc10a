import { contactTokenProblem } from './contact-token';

/** U+0000, which PostgreSQL keeps in no text, and half a character, which no file can hold. */
const UNKEEPABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** What is wrong with a text that not every database, or no file, could hold; null where nothing is. */
export function unkeepableProblem(text: string): string | null {
  const place = text.search(UNKEEPABLE);
  if (place === -1) return null;
  const before = text.slice(Math.max(0, place - 20), place);
  return `There is a character that cannot be kept${before === '' ? ' at the beginning' : ` behind “${before}”`}. Delete it, or type the words again.`;
}

/** What is wrong with any text of a document, whichever field it is in. */
export function textProblems(text: string): string[] {
  return [unkeepableProblem(text), contactTokenProblem(text)].filter((problem) => problem !== null);
}
