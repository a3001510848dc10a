import { postgresReader } from '../../src/publications/postgres-reader';
import type { LogReader } from '../../src/publications/reader';
import { sqliteReader } from '../../src/publications/sqlite-reader';
import type { AppFolder } from './strapi';
import { postgresSetting } from './postgres-setting';

/** Reads the log of a hub, whether it runs or not. To be closed. */
export function openLog(folder: AppFolder, databaseUrl: string | undefined): LogReader {
  return databaseUrl === undefined
    ? sqliteReader(folder.databaseFile)
    : postgresReader(postgresSetting(databaseUrl), () => undefined);
}

/** The sequence at which a log ends. Asked of the log itself: a command would boot Strapi for it. */
export async function headOf({
  folder,
  databaseUrl,
}: {
  folder: AppFolder;
  databaseUrl?: string | undefined;
}): Promise<number> {
  const reader = openLog(folder, databaseUrl);
  const { sequence } = await reader.head();
  await reader.close();
  return sequence;
}
