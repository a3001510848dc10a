import { contactTokenProblem } from './contact-token';

/** U+0000, which PostgreSQL keeps in no text, and half a character, which no file can hold. */
const UNKEEPABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** What is wrong with any text of a document, whichever field it is in. */
export function textProblems(text: string): string[] {
  const problems: string[] = [];
  const place = text.search(UNKEEPABLE);
  if (place !== -1) {
    const before = text.slice(Math.max(0, place - 20), place);
    problems.push(
      `There is a character that cannot be kept${before === '' ? ' at the beginning' : ` behind “${before}”`}. Delete it, or type the words again.`,
    );
  }
  const token = contactTokenProblem(text);
  if (token !== null) problems.push(token);
  return problems;
}
