// First: type-graphql's decorators run as their files are loaded, and want it.
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentSchema } from '../content-api/graphql/schema';
import { sdlOf } from '../content-api/graphql/sdl';
import { readArguments } from './arguments';
import { RELEASED } from './schema-check';

/** `npm run schema:release`: makes the schema the one that `npm run schema:check` holds the next ones against. */
export async function main(args: readonly string[], root: string): Promise<number> {
  readArguments(args, 'npm run schema:release');
  await writeFile(path.join(root, RELEASED), sdlOf(contentSchema()));
  return 0;
}
