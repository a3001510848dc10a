import type { ShownContent } from '../shown-content';

/** The practice's contacts; empty before it is published. */
export type Contacts = ShownContent<'practice'>['contacts'];

/** `{{contact.KEY}}`, as an editor writes it. */
const TOKEN = /\{\{\s*contact\.([a-z0-9-]+)\s*\}\}/gi;

/**
 * Replaces contact tokens by what the practice says now. A token whose contact is gone becomes nothing: braces in
 * the middle of a crisis text help nobody, and `unknown` tells whoever looks after the texts.
 *
 * @param unknown called with the key of each contact that the practice does not have.
 */
export function withContacts(
  text: string,
  contacts: Contacts,
  unknown: (key: string) => void,
): string {
  if (!text.includes('{{')) return text;
  return text.replace(TOKEN, (_token, key: string) => {
    const contact = contacts.find((each) => each.key === key);
    if (!contact) unknown(key);
    return contact?.value ?? '';
  });
}
