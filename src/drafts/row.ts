/**
 * A row of the table `drafts`: what an editor has saved of one document in one locale, where it differs from what is
 * public. One row a document and locale, kept for good, so that who reads behind a version misses nothing.
 */
export interface DraftRow {
  /** Grows with every change of the table; taken under the log's lock, so that none appears after a greater one. */
  readonly version: number;
  readonly type: string;
  readonly document_id: string;
  /** Empty where the content type is the same in every language. */
  readonly locale: string;
  readonly schema_version: number | null;
  /** Canonical JSON; null where there is no such draft any more. */
  readonly content: string | null;
  /** What was derived from its pictures, as JSON. */
  readonly media: string | null;
}

export const DRAFT_COLUMNS = [
  'version',
  'type',
  'document_id',
  'locale',
  'schema_version',
  'content',
  'media',
] as const satisfies readonly (keyof DraftRow)[];
