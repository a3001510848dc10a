import type { Sequence } from '../../publications/publication';
import type { LogReader } from '../../publications/reader';
import type { Catalogue, Edition } from '../catalogue/catalogue';

/** How a follower stands to its log. */
export interface FollowerStatus {
  /**
   * `loading`: no catalogue yet. `following`: the last read succeeded. `disconnected`: it did not; the last catalogue
   * is still served. `outdated`: the log holds an entry of a later release. `stuck`: it holds one that no release can
   * read. In both the last catalogue is still served; where there is none yet, none is made of what comes before that
   * entry: it may be years old, and hold what was withdrawn since.
   */
  readonly state: 'loading' | 'following' | 'disconnected' | 'outdated' | 'stuck';
  /** Null where no catalogue is served. */
  readonly edition: Edition | null;
  /** Seconds since the log was last read successfully; null before the first time. */
  readonly lagSeconds: number | null;
  /** Entries known to be in the log that the catalogue lacks. */
  readonly behind: number;
  /** Why it is disconnected, outdated or stuck; null otherwise. */
  readonly problem: string | null;
  /** Where it is outdated: the release that can read on, or a later one; null where that is not known. */
  readonly neededRelease: string | null;
}

/** Keeps a catalogue in step with the publication log. */
export interface Follower {
  /** The newest catalogue; null until the log was loaded. */
  readonly catalogue: Catalogue | null;
  status(): FollowerStatus;
  /** Calls `listener` with every new catalogue, after it is served. Returns a function that stops it. */
  onEdition(listener: (catalogue: Catalogue) => void): () => void;
  /**
   * Resolves once the catalogue holds this entry of the log. Rejects when the follower is closed before, or where no
   * catalogue is made because of an entry that this release cannot read.
   */
  waitFor(sequence: Sequence): Promise<Catalogue>;
  /** Resolves once the catalogue is loaded; rejects as `waitFor` does. */
  ready(): Promise<Catalogue>;
  /**
   * The catalogue at a sequence that the newest one has reached. Rejects where the log must be read for it and cannot.
   */
  at(sequence: Sequence): Promise<Catalogue>;
  /** Reads the log now, not at the next signal or poll: for a publisher in the same process. */
  poke(): void;
  /** Stops following and closes the reader; leaves no timers or sockets. The last catalogue stays readable. */
  close(): Promise<void>;
}

/** Where a follower tells what happens to it; pino's logger fits. */
export interface FollowerLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Time, as an argument. `timers` of this shape are Node's own. */
export interface Scheduler {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once, later; must not keep the process alive. Returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

export interface FollowerOptions {
  readonly reader: LogReader;
  readonly log: FollowerLog;
  readonly scheduler: Scheduler;
  /** Between two looks at the log when nothing is heard of it. Default 1,000. */
  readonly pollMilliseconds?: number;
  /** Rows read at a time. Default 1,000. */
  readonly batchSize?: number;
}
