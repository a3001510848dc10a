import { spawn, type ChildProcess } from 'node:child_process';
import { rename, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import http from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import {
  runCommand,
  runScript,
  type CommandOutcome,
  type CommandSettings,
} from '../support/command';
import { freePort } from '../support/free-port';
import { headOf } from '../support/log-reader';
import { createDatabase, databaseKinds, type TestDatabase } from '../support/postgres';
import { appFolder, type AppFolder } from '../support/strapi';
import { until } from '../support/until';

const PROJECT = path.resolve(__dirname, '../..');
const START = path.join(PROJECT, 'src/commands/start.mjs');

describe('Starting', () => {
  let folder: AppFolder;

  beforeAll(async () => {
    folder = await appFolder();
  });

  afterAll(() => folder.remove());

  const start = (env: Record<string, string>): Promise<CommandOutcome> =>
    runScript({ folder, env }, START);

  it('names every setting that cannot be used, and what to write instead', async () => {
    const { exitCode, errors } = await start({ PORT: '99999', LOG_LEVEL: 'loud' });
    expect(exitCode).toBe(1);
    expect(errors).toContain('BAD_ENVIRONMENT');
    expect(errors).toContain('PORT: This is not a port. Write a whole number from 1 to 65535.');
    expect(errors).toContain('LOG_LEVEL: There is no such level.');
    expect(errors).not.toContain('    at ');
  });

  it('says so where another process has the port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { exitCode, errors } = await start({ PORT: String(port) });
    other.close();
    expect(exitCode).toBe(1);
    expect(errors).toContain(`PORT_IN_USE: Another process listens on port ${port} of 127.0.0.1.`);
    expect(errors).toContain('choose another port');
  });

  it('says so where it may not listen', async () => {
    const { exitCode, errors } = await start({
      HOST: '192.0.2.1',
      PORT: String(await freePort()),
      PUBLIC_URL: 'https://content.example.org',
    });
    expect(exitCode).toBe(1);
    expect(errors).toContain('CANNOT_LISTEN');
    expect(errors).toContain('192.0.2.1');
  });

  it('says so where the database is no database', async () => {
    await writeFile(folder.databaseFile, 'This was a database once, and is none any more.');
    const { exitCode, errors } = await start({ PORT: String(await freePort()) });
    expect(exitCode).toBe(1);
    expect(errors).toContain(`DATABASE_UNUSABLE: Cannot use the database ${folder.databaseFile}`);
    expect(errors).toContain('restore a backup');
  });

  it('says so where the database cannot be reached, without telling the password', async () => {
    const port = await freePort();
    const { exitCode, errors } = await start({
      DATABASE_URL: `postgres://kap:sesame@127.0.0.1:${port}/practice`,
      PORT: String(await freePort()),
    });
    expect(exitCode).toBe(1);
    expect(errors).toContain(`the PostgreSQL database practice at 127.0.0.1:${port}`);
    expect(errors).toContain('See that PostgreSQL runs');
    expect(errors).not.toContain('sesame');
  });

  it('says so where the data folder is none', async () => {
    const file = path.join(folder.path, 'a-file');
    await writeFile(file, '');
    const { exitCode, errors } = await start({
      DATA_FOLDER: path.join(file, 'data'),
      PORT: String(await freePort()),
    });
    expect(exitCode).toBe(1);
    expect(errors).toContain('DATABASE_UNUSABLE');
    expect(errors).toContain('a-file');
  });
});

describe.each(databaseKinds)('A started hub on %s', (kind) => {
  let settings: CommandSettings;
  let database: TestDatabase | null;
  let port: number;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    database = kind === 'PostgreSQL' ? await createDatabase() : null;
    port = await freePort();
    const folder = await appFolder();
    settings = { folder, databaseUrl: database?.url };
  });

  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await database?.drop();
    await settings.folder.remove();
  });

  /** Starts as a person does, and waits until the content API is ready. */
  async function start(): Promise<{ child: ChildProcess; said: () => string }> {
    const { folder, databaseUrl } = settings;
    const child = spawn(process.execPath, [START], {
      cwd: folder.path,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: folder.path,
        DATA_FOLDER: folder.dataFolder,
        PUBLIC_FOLDER: folder.publicFolder,
        PORT: String(port),
        LOG_LEVEL: 'warn',
        ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      },
    });
    started.push(child);
    const chunks: Buffer[] = [];
    const said = () => Buffer.concat(chunks).toString();
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        chunks.push(chunk);
        if (said().includes('Panel: ')) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', () => reject(new Error(`It did not start:\n${said()}`)));
    });
    return { child, said };
  }

  /** Ends it as an operator does, and waits until it has ended. */
  async function stop(child: ChildProcess): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    return ended;
  }

  const manyFaqs = (count: number) =>
    `format: kap-content/1\ndefaultLocale: en\ndocuments:\n  faq:\n${Array.from(
      { length: count },
      (_, nth) =>
        `    - { key: many-${nth}, fields: { topic: basics, audience: patient, position: 1 }, locales: { en: ` +
        `{ question: Is it one of many?, slug: many-${nth}, answer: It is. } } }\n`,
    ).join('')}`;

  const asking = (socketPath: string) => http.request({ socketPath, method: 'POST' });

  /** The hub that runs loads what is imported: without its socket nobody does. */
  async function importsBesideIt(site: ReturnType<typeof request>): Promise<void> {
    const file = path.join(settings.folder.path, 'import.yaml');
    const content = (topic: string) => `format: kap-content/1
defaultLocale: en
documents:
  faq:
    - key: imported
      locales:
        en: { question: Is it handed over?, slug: imported, answer: Yes., topic: ${topic}, audience: patient, position: 1 }
`;
    await writeFile(file, content('weather'));
    const refused = await runCommand(settings, 'content-import', file);
    expect([refused.exitCode, refused.errors]).toEqual([
      1,
      expect.stringContaining('INVALID_VALUE'),
    ]);

    await writeFile(file, content('basics'));
    const socket = path.join(settings.folder.dataFolder, 'import.sock');
    await rename(socket, `${socket}.away`);
    const alone = await runCommand(settings, 'content-import', file);
    expect([alone.exitCode, alone.errors]).toEqual([1, expect.stringContaining('ALREADY_RUNNING')]);
    await rename(`${socket}.away`, socket);

    // Neither somebody who never says all of it, nor a file without an end, keeps others waiting.
    const half = asking(socket).on('error', () => undefined);
    half.write('{"file":');
    const endless = asking(socket);
    endless.end('{"file":"/dev/zero"}');
    const [told] = (await once(endless, 'response')) as [Readable];
    expect(await text(told)).toContain('it is no file');
    // Who leaves has nothing imported; the next one waits until that is given up.
    const left = asking(socket).on('error', () => undefined);
    const long = path.join(settings.folder.path, 'long.yaml');
    await writeFile(long, manyFaqs(300));
    left.end(JSON.stringify({ file: long }));
    await once(left, 'finish');
    left.destroy();
    const imported = await runCommand(settings, 'content-import', file);
    const many = await site.get('/graphql').query({ query: '{ faq(slug: "many-0") { slug } }' });
    expect(many.body).toEqual({ data: { faq: null } });
    half.destroy();
    expect(imported).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 documents') });
    const query = { query: '{ faq(slug: "imported") { question } }' };
    await until(async () => (await site.get('/graphql').query(query)).text.includes('handed over'));

    const again = await runCommand(settings, 'content-import', file);
    expect([again.exitCode, again.errors]).toEqual([1, expect.stringContaining('SLUG_TAKEN')]);
  }

  it('has the sample practice, a panel and an API, ends when told, and starts again without work', async () => {
    const first = await start();
    expect(first.said()).toContain('The database was empty: it now has the sample practice');
    const site = request(`http://127.0.0.1:${port}`);

    await until(async () => (await site.get('/readyz')).status === 200);
    const { body } = (await site.post('/graphql').send({ query: QUERY })) as { body: Answer };
    expect(body.data.services.nodes.length).toBeGreaterThanOrEqual(4);
    expect(body.data.service.phases).toHaveLength(3);
    expect(body.data.service.faqs.totalCount).toBeGreaterThan(0);
    expect(body.data.service.clinicians.totalCount).toBeGreaterThan(0);

    if (kind === 'SQLite') {
      const { exitCode, errors } = await runScript(
        { ...settings, env: { PORT: String(await freePort()) } },
        START,
      );
      expect([exitCode, errors]).toEqual([1, expect.stringContaining('ALREADY_RUNNING')]);
      await importsBesideIt(site);
    }

    const panel = await site.get('/admin');
    expect(panel.status).toBe(200);
    expect(panel.text).toContain('<div id="strapi"');
    expect((await site.get('/api/services')).status).toBe(404);
    // It ends in time, whatever it is asked to load just then.
    if (kind === 'SQLite') {
      const socket = path.join(settings.folder.dataFolder, 'import.sock');
      const loading = asking(socket).on('error', () => undefined);
      loading.end(JSON.stringify({ file: path.join(settings.folder.path, 'long.yaml') }));
      await once(loading, 'finish');
    }
    expect([await stop(first.child), first.said()]).toEqual([0, first.said()]);
    expect(first.said()).not.toContain('and is ended');

    const before = await headOf(settings);
    const second = await start();
    expect(second.said()).not.toMatch(/Installing|Compiling|Building|sample practice/);
    expect([await stop(second.child), second.said()]).toEqual([0, second.said()]);
    expect(await headOf(settings)).toBe(before);
  });
});

const QUERY = `{
  services { nodes { slug } }
  service(slug: "ketamine-assisted-psychotherapy") {
    name safety { title } phases { title } clinicians { totalCount } faqs { totalCount }
  }
}`;

interface Answer {
  readonly data: {
    readonly services: { nodes: unknown[] };
    readonly service: {
      phases: unknown[];
      clinicians: { totalCount: number };
      faqs: { totalCount: number };
    };
  };
}
