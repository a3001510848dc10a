import type { LogRow } from './row';

/** What the entries of one form are made of. */
interface EntryForm {
  /** What takes part in the chain hash. The content does so by its hash only, and stands there as null. */
  readonly columns: readonly (keyof LogRow)[];
  readonly kinds: readonly string[];
}

const FIRST_COLUMNS = [
  'sequence',
  'time',
  'kind',
  'type',
  'document_id',
  'locale',
  'revision',
  'schema_version',
  'content_hash',
  'content',
  'detail',
] as const;
const FIRST_KINDS = ['Published', 'Withdrawn', 'Configured'] as const;

/**
 * The forms of an entry, by their number. A row names its form, so that a reader can tell an entry that it is too old
 * for from one that was tampered with. A form that was released is never changed: a new column or a new kind is a new
 * form. See the README in `content/`.
 */
export const entryForms: Readonly<Record<number, EntryForm>> = {
  1: { columns: FIRST_COLUMNS, kinds: FIRST_KINDS },
  /** Names its form and the release that wrote it. */
  2: { columns: [...FIRST_COLUMNS, 'form', 'release'], kinds: FIRST_KINDS },
};

/** The form in which this release writes. */
export const ENTRY_FORM = 2;

export function isKnownForm(form: number): boolean {
  return entryForms[form] !== undefined;
}
