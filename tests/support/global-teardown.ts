import { rm } from 'node:fs/promises';
import { RUN_FOLDER, startedCluster } from './postgres';

/** Ends and removes what the test files of this run shared. */
export default async function globalTeardown(): Promise<void> {
  const folder = process.env[RUN_FOLDER];
  if (folder === undefined) return;
  const cluster = await startedCluster(folder);
  await cluster?.remove();
  await rm(folder, { recursive: true, force: true });
}
