import type { Field } from './field';
import type { FieldProblem } from './field-problem';

const PLACEHOLDER = /\{[^}]*\}?/g;
const known: ReadonlySet<string> = new Set(['{slug}', '{locale}']);

/** Where a document's page is, as `https://example.org/{locale}/services/{slug}`. */
export function checkPagePattern(pattern: Field<string>): FieldProblem[] {
  if (pattern.text === null) return [];
  const placeholders: readonly string[] = pattern.text.match(PLACEHOLDER) ?? [];
  const stranger = placeholders.find((placeholder) => !known.has(placeholder));
  if (stranger)
    return [
      pattern.problem(`“${stranger}” is not known here. Write {slug} and, if you like, {locale}.`),
    ];
  const address = pattern.text.replaceAll(PLACEHOLDER, 'x');
  if (/^https?:\/\//.test(address) && URL.canParse(address) && placeholders.includes('{slug}'))
    return [];
  return [
    pattern.problem(
      'Write the whole web address with {slug} where the document’s slug belongs, as in ' +
        '“https://example.org/{locale}/services/{slug}”.',
    ),
  ];
}
