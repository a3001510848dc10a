import type { ContentTypeName } from '../../publications/content';
import type { Catalogue } from '../catalogue/catalogue';
import type { Entry } from '../catalogue/history';

/** Which changes a reader wants; null for all. */
export interface ChangeSelection {
  readonly types: readonly ContentTypeName[] | null;
  readonly locales: readonly string[] | null;
}

/**
 * Whether a reader wants to hear of an entry. What is the same in every language belongs to each of them; a change of
 * the practice's settings can change any answer, so everyone hears of it.
 */
export function isSelected({ types, locales }: ChangeSelection, entry: Entry): boolean {
  if (entry.type === null) return true;
  if (types && !types.includes(entry.type)) return false;
  return !locales || entry.locale === null || locales.includes(entry.locale);
}

/** Some entries of the log, and where to go on. */
export interface EntryPage {
  readonly entries: readonly Entry[];
  /** The last entry that was looked at, wanted or not: 0 before the first. */
  readonly end: number;
  readonly hasMore: boolean;
}

/** The next entries behind a sequence that a reader wants. */
export function entriesAfter(
  { history, edition }: Catalogue,
  sequence: number,
  selection: ChangeSelection,
  most: number,
): EntryPage {
  const entries: Entry[] = [];
  for (const entry of history.after(sequence)) {
    if (!isSelected(selection, entry)) continue;
    if (entries.length === most) {
      return { entries, end: entries.at(-1)?.sequence ?? sequence, hasMore: true };
    }
    entries.push(entry);
  }
  return { entries, end: edition.sequence, hasMore: false };
}
