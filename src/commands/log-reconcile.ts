import { readEnvironment } from '../environment';
import type { Restoration } from '../plugins/publishing/server/record/restore';
import { readArguments } from './arguments';
import { recordOf, withStrapi } from './boot';
import { describeDrift, subjectOf } from './drift-report';
import { withLogReader } from './log-reader';

const USAGE = 'npm run log:reconcile [-- --restore] [-- --json]';

/**
 * `npm run log:reconcile [-- --restore]`: lists where Strapi's published rows differ from the log, which is what the
 * public sees. With `--restore` the log's text is put back into Strapi. Exit code 1 where a difference is left.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { flags } = readArguments(args, USAGE, ['restore', 'json']);
  const { database, publicUrl } = readEnvironment(process.env, root);
  await withLogReader(database, (reader) => reader.head());

  const { restorations, drift } = await withStrapi(root, async (strapi) => {
    const record = recordOf(strapi);
    const found = await record.findDrift();
    if (!flags.has('restore') || found.length === 0) return { restorations: [], drift: found };
    return { restorations: await record.restore(found), drift: await record.findDrift() };
  });

  if (flags.has('json')) {
    console.log(JSON.stringify({ restorations, drift }, null, 2));
  } else {
    for (const restoration of restorations) console.log(describeRestoration(restoration));
    for (const one of drift) console.log(describeDrift(one, publicUrl));
    console.log(
      drift.length === 0
        ? 'Strapi’s published rows are what the log says.'
        : `Differences between Strapi’s published rows and the log: ${drift.length}.`,
    );
  }
  return drift.length > 0 ? 1 : 0;
}

function describeRestoration({ drift, outcome, notes }: Restoration): string {
  return [`${outcome}  ${subjectOf(drift)}`, ...notes.map((note) => `  ${note}`)].join('\n');
}
