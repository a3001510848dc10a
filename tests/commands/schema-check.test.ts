import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runScript, type CommandOutcome } from '../support/command';
import { LogDatabase } from '../support/log-database';
import { appFolder, type AppFolder } from '../support/strapi';

const PROJECT = path.resolve(__dirname, '../..');
const RELEASED = 'src/content-api/graphql/released.graphql';

let folder: AppFolder;
let copy: string;

/** What the command compares lies in the project, so that a test changes a copy of it. */
beforeEach(async () => {
  folder = await appFolder();
  copy = path.join(folder.path, 'project');
  await mkdir(path.join(copy, path.dirname(RELEASED)), { recursive: true });
  await cp(path.join(PROJECT, RELEASED), path.join(copy, RELEASED));
  await writeFile(
    path.join(copy, 'check.js'),
    `require(${JSON.stringify(path.join(PROJECT, 'dist/src/commands/schema-check.js'))})
       .main([], ${JSON.stringify(copy)})
       .catch((error) => { console.error(error.code + ' ' + error.message); process.exitCode = 1; });`,
  );
  await symlink(path.join(PROJECT, 'node_modules'), path.join(copy, 'node_modules'));
  await mkdir(folder.dataFolder, { recursive: true });
});
afterEach(() => folder.remove());

const check = (): Promise<CommandOutcome> => runScript({ folder }, path.join(copy, 'check.js'));

it('lets a schema pass that has all that was released, and knows no operation that it would break', async () => {
  const { exitCode, output } = await check();
  expect([exitCode, output.trim()]).toEqual([0, 'The schema breaks nobody.']);
});

it('names what was released and is gone', async () => {
  const file = path.join(copy, RELEASED);
  const sdl = await readFile(file, 'utf8');
  await writeFile(file, sdl.replace('type Edition {', 'type Edition {\n  number: Int!\n'));
  const { exitCode, errors } = await check();
  expect(exitCode).toBe(1);
  expect(errors).toContain(
    "SCHEMA_BREAKS The schema would break who uses it.\n  Field 'number' was removed",
  );
});

it('names the registered operations that would break, and whose they are', async () => {
  const database = await LogDatabase.open(folder.databaseFile);
  const texts = ['query Fine { edition { id } }', 'query Old { edition { number } }'];
  for (const [index, text] of texts.entries()) {
    await database.knex('operations').insert({
      version: index + 1,
      name: 'site',
      hash: createHash('sha256').update(text).digest('hex'),
      text,
      registered_at: '2026-01-05T09:00:00.000Z',
    });
  }
  await database.close();
  const { exitCode, errors } = await check();
  expect(exitCode).toBe(1);
  expect(errors).toMatch(/site, query Old \(sha256:[0-9a-f]{12}…\): Cannot query field "number"/);
  expect(errors).not.toContain('Fine');
});
