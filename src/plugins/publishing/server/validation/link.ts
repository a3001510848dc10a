/** What Strapi's editor takes and a page can show: the one takes no `sms:`, the other no `ftp:`. */
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);
/** A path of the site; `//host`, which Strapi takes for one, is another site, and so are its spellings. */
const PATH = /^\/(?![/\\])/;

/** What to do about the addresses that people write most often, and that lead nowhere. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*\{\{/,
    'Write tel: or mailto: before a contact of the practice, as in tel:{{contact.front-desk}}.',
  ],
  [
    /^\s*sms:/i,
    'No link can begin a text message here. Write in words whom to text and what, and take the link away.',
  ],
  [
    /^\s*#/,
    'No link can lead to a place within a page. Name the page, with a path that begins with /, or take the link away.',
  ],
  [/^\s*[/\\]{2}/, 'Write the whole address of another site: https: belongs before it.'],
];
const WHOLE =
  'Write a whole address, which begins with https:, http:, mailto: or tel:, or a path of the site, which begins with /.';

/** What is wrong with the address of a link in formatted text, and what to write; null where nothing is. */
export function linkProblem(address: string): string | null {
  // Browsers leave these out, wherever they stand (URL Standard, "basic URL parser").
  if (
    PATH.test(address.replace(/[\t\n\r]/g, '')) ||
    (URL.canParse(address) && SCHEMES.has(new URL(address).protocol))
  )
    return null;
  const [, whatToDo = WHOLE] = ADVICE.find(([kind]) => kind.test(address)) ?? [];
  return `The link to “${address.slice(0, 60)}” leads nowhere. ${whatToDo}`;
}
