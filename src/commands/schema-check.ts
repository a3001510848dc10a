// First: type-graphql's decorators run as their files are loaded, and want it.
import 'reflect-metadata';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { registrationProblems } from '../content-api/answering/registration';
import { contentSchema } from '../content-api/graphql/schema';
import { tableReader } from '../content-api/table-reader';
import { readEnvironment } from '../environment';
import { operationReader } from '../operations/reader';
import { readArguments } from './arguments';
import { CommandFailure } from './command-failure';
import { checkDatabase } from './database';

export const RELEASED = 'src/content-api/graphql/released.graphql';
const USAGE = 'npm run schema:check [-- --released]';

/**
 * `npm run schema:check [-- --released]`: compares the schema with the one that was released last, and with every
 * operation that a frontend has registered in this database; with `--released`, with the released one alone.
 *
 * @throws CommandFailure `SCHEMA_BREAKS` with every change and every operation that would break.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { flags } = readArguments(args, USAGE, ['released']);
  const schema = contentSchema();
  const released = buildSchema(await readFile(path.join(root, RELEASED), 'utf8'));
  const changes = await breakingChanges(released, schema);
  const operations = flags.has('released') ? [] : await brokenOperations(schema, root);
  if (changes.length === 0 && operations.length === 0) {
    console.log('The schema breaks nobody.');
    return 0;
  }
  throw new CommandFailure(
    'SCHEMA_BREAKS',
    ['The schema would break who uses it.', ...changes, ...operations].join('\n  '),
    'Deprecate what is to go, and take it away when its date has come (README, "Deprecation"); a change that breaks ' +
      'nobody any more is released by "npm run schema:release".',
  );
}

async function breakingChanges(released: GraphQLSchema, schema: GraphQLSchema): Promise<string[]> {
  const changes = await diff(released, schema);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}

async function brokenOperations(schema: GraphQLSchema, root: string): Promise<string[]> {
  const { database } = readEnvironment(process.env, root);
  await checkDatabase(database);
  const reader = operationReader(tableReader(database));
  try {
    return (await reader.readAfter(0)).flatMap(({ name, hash, text }) =>
      registrationProblems(schema, text).map(
        (problem) => `${name}, ${titleOf(text)} (sha256:${hash.slice(0, 12)}…): ${problem}`,
      ),
    );
  } catch (error) {
    // A database that Strapi has not started on yet has no operations that could break.
    if (/no such table|does not exist|unable to open/.test(String(error))) return [];
    throw error;
  } finally {
    await reader.close();
  }
}

/** How people know an operation: by its first line. */
function titleOf(text: string): string {
  return text.trim().split(/\s*[({\n]/, 1)[0] ?? '';
}
