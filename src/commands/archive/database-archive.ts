import type { DatabaseSetting } from '../../environment';
import type { LogHead } from '../../publications/reader';
import { postgresArchive } from './postgres-archive';
import { sqliteArchive } from './sqlite-archive';

/** One database, dumped and restored whole: Strapi's tables and the publication log. */
export interface DatabaseArchive {
  /** Writes one consistent snapshot, while others write, and tells where the log in it ends. */
  dump(file: string): Promise<LogHead>;
  /** Whether there is nothing in it. */
  isEmpty(): Promise<boolean>;
  /** What this machine lacks to make a backup, for a person to read; null where it lacks nothing. */
  missing(): Promise<string | null>;
  /** Who else is connected to it, for a person to read. */
  users(): Promise<readonly string[]>;
  /**
   * Puts a dump in the place of all that is there. Where that fails, or the log in it does not end at `head`, the
   * database is as it was.
   */
  restore(file: string, head: LogHead): Promise<void>;
  /** Whether a restoration was broken off while the database was neither the old one nor the new one. */
  isUnfinished(): Promise<boolean>;
  /** Makes the database what it was before a restoration that was broken off. */
  undo(): Promise<void>;
}

export function databaseArchive(database: DatabaseSetting): DatabaseArchive {
  return database.kind === 'sqlite'
    ? sqliteArchive(database.file)
    : postgresArchive(database.setting);
}
