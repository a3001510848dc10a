import { createStrapi, type Core } from '@strapi/strapi';
import path from 'node:path';
import { databaseArchive } from './archive/database-archive';
import { claimDatabase } from './claim';
import { takeImports } from './import-socket';
import { importFile } from './imported-file';
import { checkMachine } from './preflight';
import { seedIfEmpty } from './sample-practice';

/**
 * Serves the panel and the content API on one port until SIGTERM or SIGINT, on which Strapi closes its connections and
 * ends the process. An empty database gets the sample practice before anybody can look.
 *
 * @param root the project's folder; server and panel must have been built.
 */
export async function serve(root: string): Promise<void> {
  const { publicUrl, database, dataFolder } = await checkMachine(root);
  // Held by the listener until this process ends: with nothing that names it, it would be given back at any time.
  process.once('exit', claimDatabase(database));
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
  try {
    await strapi.load();
    await seedIfEmpty(strapi, root, new Date());
  } catch (error) {
    // What was never loaded cannot always be closed, and that is not what went wrong.
    await strapi.destroy().catch(() => undefined);
    throw error;
  }
  await strapi.start();
  if (database.kind === 'sqlite') await takeImportsOf(strapi, dataFolder);
  const missing = await databaseArchive(database).missing();
  if (missing !== null)
    console.error(`PROGRAM_MISSING: No backup can be made on this machine: it lacks ${missing}.`);
  console.error(`Panel: ${publicUrl}/admin   GraphQL: ${publicUrl}/graphql   (stop with Ctrl-C)`);
}

async function takeImportsOf(strapi: Core.Strapi, dataFolder: string): Promise<void> {
  const load = (file: string, signal: AbortSignal) =>
    importFile(file, (work) => work(strapi), signal);
  await takeImports(dataFolder, load).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    console.error(
      `NO_IMPORTS: Stop this hub before content is imported; it cannot take it: ${why}`,
    );
  });
}
