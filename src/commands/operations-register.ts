// First: type-graphql's decorators run as their files are loaded, and want it.
import 'reflect-metadata';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { registrationProblems } from '../content-api/answering/registration';
import { contentSchema } from '../content-api/graphql/schema';
import type { OperationRow } from '../operations/row';
import { sha256 } from '../publications/canonical';
import { withStrapi } from './boot';
import { readArguments } from './arguments';
import { CommandFailure } from './command-failure';

const USAGE = 'npm run operations:register -- FOLDER [--name FRONTEND]';
const LONGEST_NAME = 64;

/** One document of a frontend, as it sends it. */
interface Document {
  /** Relative to the folder. */
  readonly file: string;
  readonly text: string;
}

/**
 * `npm run operations:register -- FOLDER [--name FRONTEND]`: registers every `*.graphql` file of a folder, whole and as
 * it stands, under the frontend's name; without one, under the folder's. Nothing is registered where one is refused.
 *
 * @throws CommandFailure `NO_OPERATIONS`, `BAD_OPERATIONS`.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { files, values } = readArguments(args, USAGE, [], ['name']);
  const [folder] = files;
  const name = values.get('name') ?? path.basename(folder ?? '');
  if (folder === undefined || files.length > 1 || name === '' || name.length > LONGEST_NAME) {
    throw new CommandFailure(
      'BAD_USAGE',
      'One folder and one short name are wanted.',
      `Usage: ${USAGE}`,
    );
  }
  const documents = await documentsIn(folder);
  check(documents);
  const added = await withStrapi(root, (strapi) => register(strapi, name, documents));
  console.log(`Registered for ${name}: ${added} new, ${documents.length - added} known before.`);
  return 0;
}

async function documentsIn(folder: string): Promise<Document[]> {
  const names = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new CommandFailure('NO_OPERATIONS', `Cannot read ${folder}.`, 'Name a folder.', {
      cause,
    });
  });
  const files = names.filter((name) => name.endsWith('.graphql')).sort();
  if (files.length === 0) {
    const whatToDo = 'Put each operation, with its fragments, into a file NAME.graphql.';
    throw new CommandFailure('NO_OPERATIONS', `${folder} has no *.graphql file.`, whatToDo);
  }
  return Promise.all(
    files.map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })),
  );
}

function check(documents: readonly Document[]): void {
  const schema = contentSchema();
  const problems = documents.flatMap(({ file, text }) =>
    registrationProblems(schema, text).map((problem) => `  ${file}: ${problem}`),
  );
  if (problems.length === 0) return;
  throw new CommandFailure(
    'BAD_OPERATIONS',
    `Nothing was registered.\n${problems.join('\n')}`,
    'Correct them; /schema.graphql has the schema.',
  );
}

/** @returns how many were not known before. */
async function register(
  strapi: Core.Strapi,
  name: string,
  documents: readonly Document[],
): Promise<number> {
  const registeredAt = new Date().toISOString();
  return strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
    const known = await trx<OperationRow>('operations').where({ name }).select('hash');
    const hashes = new Set(known.map(({ hash }) => hash));
    let added = 0;
    for (const { text } of documents) {
      const hash = sha256(text);
      if (hashes.has(hash)) continue;
      hashes.add(hash);
      added += 1;
      await trx.raw(
        `insert into operations (version, name, hash, text, registered_at)
         select coalesce(max(version), 0) + 1, ?, ?, ?, ? from operations`,
        [name, hash, text, registeredAt],
      );
    }
    return added;
  });
}
