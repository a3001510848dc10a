import type { View } from '../view';

/** `{{contact.KEY}}`, as an editor writes it. */
const TOKEN = /\{\{\s*contact\.([a-z0-9-]+)\s*\}\}/gi;

/**
 * Replaces contact tokens by what the practice says now. A token whose contact is gone becomes nothing: braces in
 * the middle of a crisis text help nobody, and `unknown` tells whoever looks after the texts.
 *
 * @param unknown called with the key of each contact that the practice does not have.
 */
export function withContacts(text: string, view: View, unknown: (key: string) => void): string {
  if (!text.includes('{{')) return text;
  return text.replace(TOKEN, (_token, key: string) => {
    const value = view.contact(key);
    if (value === null) unknown(key);
    return value ?? '';
  });
}
