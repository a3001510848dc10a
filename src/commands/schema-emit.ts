import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentSchema } from '../content-api/graphql/schema';
import { sdlOf } from '../content-api/graphql/sdl';
import { readArguments } from './arguments';
import { CommandFailure } from './command-failure';

const FILE = 'src/content-api/graphql/schema.graphql';

/**
 * `npm run schema:emit [-- --check]`: writes the schema as the program has it into the file that clients are made from.
 *
 * @throws CommandFailure `SCHEMA_STALE` with `--check`, where the file is another; nothing is written.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { flags } = readArguments(args, 'npm run schema:emit [-- --check]', ['check']);
  const file = path.join(root, FILE);
  const sdl = sdlOf(contentSchema());
  if (!flags.has('check')) {
    await writeFile(file, sdl);
    return 0;
  }
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept === sdl) return 0;
  throw new CommandFailure(
    'SCHEMA_STALE',
    `${FILE} is not the schema that the program answers in.`,
    'Run "npm run schema:emit", and see in the difference what clients will notice.',
  );
}
