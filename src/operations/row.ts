/**
 * A row of the table `operations`: an operation that a frontend has registered. None is ever taken back: what an older
 * release of a frontend asks, readers may still have open.
 */
export interface OperationRow {
  /** Grows by one with every row. */
  readonly version: number;
  /** Of the frontend: what its key is called. */
  readonly name: string;
  /** SHA-256 of the text. */
  readonly hash: string;
  /** The document, as the frontend sends it. */
  readonly text: string;
  /** RFC 3339. */
  readonly registered_at: string;
}

/** What the content API reads of it. */
export const REGISTERED_COLUMNS = ['version', 'name', 'hash', 'text'] as const;

export type RegisteredRow = Pick<OperationRow, (typeof REGISTERED_COLUMNS)[number]>;
