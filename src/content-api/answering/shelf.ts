import type { Caller } from '../access/caller';
import type { Catalogue } from '../catalogue/catalogue';

/** Names those who are given the same answers; null where nobody may keep what they are given. */
export function shelfOf(
  { rights }: Caller,
  { edition }: Catalogue,
  isPast: boolean,
): string | null {
  if (rights.kind === 'preview') return null;
  return isPast ? `${rights.name} ${edition.id}` : rights.name;
}
