import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { link, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand, runProgram, type CommandSettings } from '../support/command';
import { compiledFault } from '../support/fault';
import { pictureOf } from '../support/pictures';
import { createDatabase, databaseKinds, type TestDatabase } from '../support/postgres';
import { appFolder, StrapiProcess } from '../support/strapi';

const CONTENT = `format: kap-content/1
defaultLocale: en
documents:
  service:
    - key: a-service
      locales:
        en:
          name: A calm room
          slug: a-calm-room
          summary: Something that the practice offers, made for this test.
          body: Words.
          heroImage: { file: room.png, alternativeText: A green room }
`;

/** As exFAT and many mounted folders are. */
describe.each(databaseKinds)('On a file system without hard links, with %s', (kind) => {
  let here: CommandSettings & { env: Record<string, string> };
  let there: CommandSettings;
  const databases: (TestDatabase | null)[] = [];

  beforeAll(async () => {
    const place = async () => {
      const database = kind === 'PostgreSQL' ? await createDatabase() : null;
      databases.push(database);
      return { folder: await appFolder(), databaseUrl: database?.url };
    };
    const first = await place();
    const source = path.resolve(__dirname, '../cases/no-links.c');
    here = { ...first, env: await compiledFault(source, first.folder.path) };
    there = { ...(await place()), env: here.env };
    await writeFile(path.join(here.folder.path, 'room.png'), await pictureOf('teal'));
    await writeFile(path.join(here.folder.path, 'content.yaml'), CONTENT);
  });
  afterAll(async () => {
    for (const database of databases) await database?.drop();
    for (const { folder } of [here, there]) await folder.remove();
  });

  it('nothing can be linked, so that this test tests what it says', async () => {
    await link(path.join(here.folder.path, 'room.png'), path.join(here.folder.path, 'linked.png'));
    const script = `require('node:fs').linkSync('room.png', 'linked-again.png')`;
    const preloaded = [`LD_PRELOAD=${here.env.LD_PRELOAD}`, process.execPath, '-e', script];
    const refused = await runProgram(here.folder.path, 'env', ...preloaded);
    expect(refused.errors).toContain('EPERM');
  });

  it('content is imported, secrets and pictures are kept', async () => {
    const imported = await runCommand(here, 'content-import', 'content.yaml');
    expect([imported.exitCode, imported.errors]).toEqual([0, expect.any(String)]);
    const secrets = path.join(here.folder.dataFolder, 'secrets.json');
    expect((await stat(secrets)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(secrets, 'utf8'))).toHaveProperty('APP_KEYS');
    const beside = await readdir(here.folder.dataFolder);
    expect(beside.filter((name) => name.startsWith('secrets.json.'))).toEqual([]);
    const media = await readdir(path.join(here.folder.dataFolder, 'media'), { recursive: true });
    expect(media.some((name) => /[0-9a-f]{64}$/.test(name))).toBe(true);
  });

  it('a backup is made, checked and restored, and the export is written twice', async () => {
    const backup = path.join(here.folder.path, 'backup.tar.gz');
    const steps = [
      [here, 'backup', backup],
      [here, 'backup', '--check', backup],
      [there, 'restore', backup],
      [there, 'restore', backup, '--replace'],
      [there, 'log-verify'],
      [there, 'export', 'site'],
      [there, 'export', 'site'],
    ] as const;
    for (const [settings, name, ...args] of steps) {
      const outcome = await runCommand(settings, name, ...args);
      expect([name, outcome.exitCode, outcome.errors]).toEqual([name, 0, expect.any(String)]);
    }
  });

  it('the hub starts, with the secrets that are there', async () => {
    const secrets = path.join(here.folder.dataFolder, 'secrets.json');
    const before = await readFile(secrets, 'utf8');
    const strapi = await StrapiProcess.start(here.folder, here.databaseUrl, here.env);
    await strapi.stop();
    expect(await readFile(secrets, 'utf8')).toBe(before);
  });
});
