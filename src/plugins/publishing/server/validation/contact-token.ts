import { contactKey } from './format';

/** Anything that begins like a token, up to its end or the end of the text. */
const TOKEN = /\{\{(.*?)(\}\}|$)/gs;

/** What is wrong with the tokens in a text, such as `{{contact.front-desk}}`; null where nothing is. */
export function contactTokenProblem(text: string): string | null {
  for (const [token, inside = '', end] of text.matchAll(TOKEN)) {
    const key = /^contact\.(.*)$/s.exec(inside)?.[1];
    if (end === '}}' && key !== undefined && contactKey.pattern.test(key)) continue;
    return (
      `“${token.slice(0, 60)}” is not a contact of the practice. Write {{contact.KEY}} without spaces, with the key ` +
      'of a contact, as in {{contact.front-desk}}.'
    );
  }
  return null;
}
