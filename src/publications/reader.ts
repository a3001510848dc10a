import type { OriginRange } from './origins';
import type { LogRow } from './row';
import type { Sequence, Sha256 } from './publication';

/** Where a log ends: its highest sequence, 0 when it is empty, and the chain hash there. */
export interface LogHead {
  readonly sequence: Sequence;
  readonly chainHash: Sha256;
}

/** Read access to the publication log. There is one for PostgreSQL and one for SQLite. */
export interface LogReader {
  /** The log's end. */
  head(): Promise<LogHead>;
  /** The chain hash of one entry; null where the log has no such entry. */
  chainHashAt(sequence: Sequence): Promise<Sha256 | null>;
  /** Up to `limit` rows behind `sequence`, in order, without gaps. */
  readAfter(sequence: Sequence, limit: number): Promise<readonly LogRow[]>;
  /** Which kinds of entries the log holds, however written; none where there is no log yet. */
  origins(): Promise<readonly OriginRange[]>;
  /**
   * Calls `onChange` soon after a publication was committed, by this process or another. It may be called without
   * cause and may miss one (a lost connection): a follower polls behind it. Resolves to a function that stops it.
   */
  listen(onChange: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
