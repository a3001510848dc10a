import { readFile } from 'node:fs/promises';
import { readEnvironment } from '../environment';
import { findUnanchored, parseAnchors } from '../publications/anchor';
import { releaseNeeded } from '../publications/newer';
import type { LogHead } from '../publications/reader';
import { verifyLog } from '../publications/verify';
import { readArguments, resolveFile } from './arguments';
import { recordOf, withStrapi } from './boot';
import { CommandFailure } from './command-failure';
import { describeDrift } from './drift-report';
import { withLogReader } from './log-reader';

const USAGE = 'npm run log:verify [-- --json --anchor FILE]';

/**
 * `npm run log:verify [-- --json --anchor FILE]`: checks the publication log by itself (order, times, hashes, revisions, chain), that
 * it goes on from where it was anchored, and that folding it gives Strapi's published rows. Exit code 1 where anything is wrong, or of a later release.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { flags, values } = readArguments(args, USAGE, ['json'], ['anchor']);
  const anchors = await anchorsIn(values.get('anchor'));
  const { database, publicUrl } = readEnvironment(process.env, root);

  const { head, faults, newer } = await withLogReader(database, async (reader) => {
    const verdict = await verifyLog(reader, () => undefined);
    const unanchored = await findUnanchored(reader, anchors);
    return {
      head: await reader.head(),
      faults: [...verdict.faults, ...unanchored],
      newer: verdict.newer,
    };
  });
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

async function anchorsIn(file: string | undefined): Promise<readonly LogHead[]> {
  if (file === undefined) return [];
  const unreadable = (cause?: unknown) =>
    new CommandFailure(
      'ANCHOR_UNREADABLE',
      `${file} holds no anchor.`,
      'Name the file to which npm run --silent log:anchor was written.',
      { cause },
    );
  const text = await readFile(resolveFile(file), 'utf8').catch((cause: unknown) => {
    throw unreadable(cause);
  });
  const anchors = parseAnchors(text);
  if (anchors === null) throw unreadable();
  return anchors;
}
