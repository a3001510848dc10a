import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { shapeProblems, withShapesOf, type ReleasedShapes } from '../publications/content/shapes';
import { RELEASE } from '../release';
import { readArguments } from './arguments';
import { CommandFailure } from './command-failure';

const RECORD = 'src/publications/content/released-shapes.json';

/**
 * `npm run shapes:release [-- --check]`: records the shapes of content that this release brings, beside those that were
 * released before; with `--check`, sees that no released shape was changed, and that none is unrecorded.
 *
 * @throws CommandFailure `SHAPE_CHANGED` with each content type and what it needs.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { flags } = readArguments(args, 'npm run shapes:release [-- --check]', ['check']);
  const file = path.join(root, RECORD);
  const released = JSON.parse(await readFile(file, 'utf8')) as ReleasedShapes;
  const recorded = flags.has('check') ? released : withShapesOf(RELEASE, released);
  const migrations = await readdir(path.join(root, 'database/migrations'));
  const problems = shapeProblems(recorded, RELEASE, migrations);
  if (problems.length > 0) {
    throw new CommandFailure(
      'SHAPE_CHANGED',
      ['Entries of the publication log could not be read any more.', ...problems].join('\n  '),
      'How each kind of change is made stands in src/publications/content/README.md.',
    );
  }
  if (recorded !== released) await writeFile(file, `${JSON.stringify(recorded, null, 2)}\n`);
  return 0;
}
