import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Environment } from '../environment';
import { databaseArchive } from './archive/database-archive';
import { CommandFailure } from './command-failure';

const MARK = 'restore-unfinished.json';

/** What is being restored, from the first change until the last. */
const restoration = z.object({
  /** The backup. */
  file: z.string(),
  /** Where the log in it ends: once the database's does, too, the database has been replaced. */
  head: z.object({ sequence: z.number(), chainHash: z.string() }),
});

export type Restoration = z.infer<typeof restoration>;

/**
 * Sees that no restoration was broken off: what is there may be half of what was, or nothing, which a start would take
 * for a new installation and fill with the sample practice, for everybody to see.
 *
 * @throws CommandFailure `RESTORE_UNFINISHED`.
 */
export async function checkRestored({ dataFolder, database }: Environment): Promise<void> {
  const unfinished = await unfinishedRestoration(dataFolder);
  if (unfinished === null && !(await databaseArchive(database).isUnfinished())) return;
  const file = unfinished?.file ?? 'FILE';
  throw new CommandFailure(
    'RESTORE_UNFINISHED',
    `A restoration${unfinished ? ` of ${file}` : ''} was broken off.`,
    `Finish it (npm run restore -- ${file} --replace), or go back to what was there (npm run restore -- --undo).`,
  );
}

/** Null where none was broken off in this folder. */
export async function unfinishedRestoration(dataFolder: string): Promise<Restoration | null> {
  const text = await readFile(path.join(dataFolder, MARK), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : restoration.parse(JSON.parse(text));
}

export async function markRestoration(dataFolder: string, begun: Restoration): Promise<void> {
  await writeFile(path.join(dataFolder, MARK), JSON.stringify(begun), { flush: true });
}

export async function unmarkRestoration(dataFolder: string): Promise<void> {
  await rm(path.join(dataFolder, MARK), { force: true });
}
