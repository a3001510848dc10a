import { readEnvironment } from '../environment';
import { verifyLog } from '../publications/verify';
import { readArguments } from './arguments';
import { recordOf, withStrapi } from './boot';
import { describeDrift } from './drift-report';
import { withLogReader } from './log-reader';

/**
 * `npm run log:verify [-- --json]`: checks the publication log by itself (order, times, hashes, revisions, chain), then
 * that folding it gives Strapi's published rows. Exit code 1 where anything is wrong.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { flags } = readArguments(args, 'npm run log:verify [-- --json]', ['json']);
  const { database, publicUrl } = readEnvironment(process.env, root);

  const { head, faults } = await withLogReader(database, async (reader) => ({
    head: await reader.head(),
    faults: await verifyLog(reader, () => undefined),
  }));
  const drift = await withStrapi(root, (strapi) => recordOf(strapi).findDrift());

  if (flags.has('json')) {
    console.log(JSON.stringify({ head, faults, drift }, null, 2));
  } else {
    for (const { sequence, message } of faults) console.log(`entry ${sequence}: ${message}`);
    for (const one of drift) console.log(describeDrift(one, publicUrl));
    console.log(
      `${head.sequence} entries, chain hash ${head.chainHash}: ${faults.length} faults, ` +
        `${drift.length} differences to Strapi's published rows.`,
    );
  }
  return faults.length + drift.length > 0 ? 1 : 0;
}
