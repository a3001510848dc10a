import { readEnvironment } from '../environment';
import { releaseNeeded } from '../publications/newer';
import { verifyLog } from '../publications/verify';
import { readArguments } from './arguments';
import { recordOf, withStrapi } from './boot';
import { describeDrift } from './drift-report';
import { withLogReader } from './log-reader';

/**
 * `npm run log:verify [-- --json]`: checks the publication log by itself (order, times, hashes, revisions, chain), then
 * that folding it gives Strapi's published rows. Exit code 1 where anything is wrong, or of a later release.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { flags } = readArguments(args, 'npm run log:verify [-- --json]', ['json']);
  const { database, publicUrl } = readEnvironment(process.env, root);

  const { head, faults, newer } = await withLogReader(database, async (reader) => ({
    head: await reader.head(),
    ...(await verifyLog(reader, () => undefined)),
  }));
  // Strapi of this release would drop the columns that it does not know.
  const drift =
    newer.length > 0 ? [] : await withStrapi(root, (strapi) => recordOf(strapi).findDrift());

  if (flags.has('json')) {
    console.log(JSON.stringify({ head, faults, newer, drift }, null, 2));
  } else {
    for (const { sequence, message } of faults) console.log(`entry ${sequence}: ${message}`);
    for (const { sequence, message, release } of newer) {
      console.log(`entry ${sequence}: has ${message}; it takes ${releaseNeeded({ release })}`);
    }
    for (const one of drift) console.log(describeDrift(one, publicUrl));
    console.log(
      `${head.sequence} entries, chain hash ${head.chainHash}: ${faults.length} faults, ` +
        `${drift.length} differences to Strapi's published rows.`,
    );
  }
  return faults.length + newer.length + drift.length > 0 ? 1 : 0;
}
