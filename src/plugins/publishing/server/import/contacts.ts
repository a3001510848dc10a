import type { ImportProblem, Path } from './problem';
import type { WrittenVersion } from './written-version';

const contactToken = /\{\{\s*contact\.([^}\s]*)\s*\}\}/g;

/**
 * Finds texts that refer to a contact, as in `{{contact.office}}`, which the practice of the same import does not have in
 * that language. An import without a practice adds to one that Strapi has, so nothing can be said about its texts.
 */
export function judgeContacts(versions: readonly WrittenVersion[]): ImportProblem[] {
  const practices = versions.filter((version) => version.entry.type === 'practice');
  if (practices.length === 0) return [];
  return versions.flatMap((version) => {
    const practice = practices.find(({ locale }) => locale === version.locale) ?? practices[0];
    const known = contactKeys(practice?.fields.contacts);
    return textsIn(version.fields, []).flatMap(({ text, path }) =>
      [...text.matchAll(contactToken)].flatMap(([token, key = '']) => {
        if (known.has(key)) return [];
        const message = `${token} names a contact that the practice does not have. It has: ${[...known].join(', ')}.`;
        return [version.entry.source.problem('UNKNOWN_CONTACT', message, version.pathInFile(path))];
      }),
    );
  });
}

function contactKeys(contacts: unknown): ReadonlySet<string> {
  if (!Array.isArray(contacts)) return new Set();
  return new Set(contacts.flatMap((contact: unknown) => (hasKey(contact) ? [contact.key] : [])));
}

const hasKey = (contact: unknown): contact is { key: string } =>
  typeof contact === 'object' &&
  contact !== null &&
  'key' in contact &&
  typeof contact.key === 'string';

function textsIn(value: unknown, path: Path): { text: string; path: Path }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((item, index) => textsIn(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}
