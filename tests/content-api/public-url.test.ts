import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import { runCommand } from '../support/command';
import { ContentApiProcess } from '../support/content-api-process';
import { paragraph, serviceDraft } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';
import { pictureBlock, uploadPicture } from '../support/pictures';
import { appFolder, StrapiProcess } from '../support/strapi';
import { createDatabase } from '../support/postgres';
import { until } from '../support/until';

const FIRST = 'https://content.example.org';
const SECOND = 'https://text.example.org';
const QUESTION =
  '{ services { nodes { heroImage { url renditions { url } } body { html markdown } safety { title } } } }';

/** What a content API needs to read, as the README tells it. */
const TABLES = 'publications, keys, preview_tokens, drafts, operations, installation';

describe.each(databaseKinds)('On %s, the public URL of the authoring process', (kind) => {
  let hub: Hub;
  /** Of a content API elsewhere: it shares the database with the authoring process, and nothing else. */
  let elsewhere: Record<string, string>;
  const started: ContentApiProcess[] = [];

  beforeAll(async () => {
    hub = await Hub.start(kind, { PUBLIC_URL: FIRST });
    const picture = await uploadPicture(hub, 'teal');
    const data = serviceDraft('kap', {
      heroImage: { file: picture.id, alternativeText: 'A quiet room.' },
      body: [...paragraph('What happens there.'), pictureBlock(picture)],
    });
    await hub.strapi.documents('api::service.service', 'create', { data, status: 'published' });
    elsewhere = hub.database
      ? { DATABASE_URL: await readOnly(hub.database.url) }
      : { DATA_FOLDER: hub.folder.dataFolder };
  });
  afterAll(() => hub.stop());
  afterEach(async () => {
    for (const api of started.splice(0)) await api.stop();
  });

  async function readOnly(url: string): Promise<string> {
    const role = `reader_${randomBytes(4).toString('hex')}`;
    await hub.strapi.sql(`create role ${role} login`);
    await hub.strapi.sql(`grant select on ${TABLES} to ${role}`);
    return url.replace('postgres@', `${role}@`);
  }

  async function startElsewhere(env: Record<string, string> = {}): Promise<ContentApiProcess> {
    const api = await ContentApiProcess.start({ ...elsewhere, ...env });
    started.push(api);
    return api;
  }

  const isReady = (api: ContentApiProcess) => async () => (await api.readiness()).status === 200;

  it('is that of a content API elsewhere that was given none: their answers are the same bytes', async () => {
    // Whoever lets others in must say PUBLIC_URL, or be told.
    const api = await startElsewhere({ HOST: '0.0.0.0' });
    await until(isReady(api));
    const answer = await hub.bytes(QUESTION);
    expect(answer.split(`${FIRST}/media/`).length).toBeGreaterThan(4);
    expect(await api.answer(QUESTION)).toBe(answer);
  });

  it('is followed when the authoring process is started with another, kept answers too', async () => {
    const api = await startElsewhere();
    await until(isReady(api));
    // The second time it is kept, the third time it is sent as it was.
    for (let asked = 0; asked < 3; asked += 1) {
      expect(await api.answer(QUESTION)).toContain(FIRST);
    }
    await hub.strapi.stop();
    await hub.boot({ PUBLIC_URL: SECOND });
    await until(async () => (await api.answer(QUESTION)).includes(SECOND));
    for (let asked = 0; asked < 3; asked += 1) {
      expect(await api.answer(QUESTION)).toBe(await hub.bytes(QUESTION));
    }
    expect(api.output.join('')).toContain('Answers name another PUBLIC_URL now');
    expect(hub.strapi.output.join('')).toContain(`and no longer ${FIRST}`);

    // A guess is as good, where nothing but this machine is let in.
    await hub.strapi.stop();
    await hub.boot();
    await until(async () => !(await api.answer(QUESTION)).includes(SECOND));
    expect(await api.answer(QUESTION)).toBe(await hub.bytes(QUESTION));
    await hub.strapi.stop();
    await hub.boot({ PUBLIC_URL: FIRST });
  });

  it('gives way to another that a content API was given, which says so', async () => {
    const api = await startElsewhere({ PUBLIC_URL: SECOND });
    await until(isReady(api));
    expect(await api.answer(QUESTION)).toContain(`${SECOND}/media/`);
    await until(() => api.output.join('').includes('PUBLIC_URL_DIFFERS'));
    expect(api.output.join('')).toContain(FIRST);
    const same = await startElsewhere({ PUBLIC_URL: FIRST });
    await until(isReady(same));
    expect(await same.answer(QUESTION)).toBe(await hub.bytes(QUESTION));
    expect(same.output.join('')).not.toContain('PUBLIC_URL_DIFFERS');
  });

  it('is waited for where others are let in, and nobody has told it yet', async () => {
    await hub.strapi.sql('delete from installation');
    const api = await startElsewhere({ HOST: '0.0.0.0' });
    await until(() => api.output.join('').includes('PUBLIC_URL_UNKNOWN'));
    await until(async () => (await api.readiness()).text.includes('has not told it'));
    const stranger = await request(api.url).get('/readyz').set('X-Forwarded-For', '192.0.2.1');
    expect(stranger.status).toBe(503);
    expect(stranger.body).toMatchObject({ code: 'NOT_READY', problem: 'PUBLIC_URL_UNKNOWN' });
    expect(await api.answer(QUESTION)).toContain('NOT_READY');
    await hub.strapi.stop();
    await hub.boot({ PUBLIC_URL: FIRST });
    await until(isReady(api));
    expect(await api.answer(QUESTION)).toBe(await hub.bytes(QUESTION));
  });

  it('is that of an export, too', async () => {
    const settings = { folder: hub.folder, databaseUrl: hub.database?.url };
    expect(await runCommand(settings, 'export', 'site')).toMatchObject({ exitCode: 0 });
    const services = path.join(hub.folder.path, 'site/en/services.jsonl');
    expect(await readFile(services, 'utf8')).toContain(`${FIRST}/media/`);
  });

  it('does not come with a backup, and stays where one is restored', async () => {
    const file = path.join(hub.folder.path, 'backup.tar.gz');
    const source = { folder: hub.folder, databaseUrl: hub.database?.url };
    expect(await runCommand(source, 'backup', file)).toMatchObject({ exitCode: 0 });

    const folder = await appFolder();
    const database = kind === 'PostgreSQL' ? await createDatabase() : null;
    const target = { folder, databaseUrl: database?.url };
    const env: Record<string, string> = database
      ? { DATABASE_URL: database.url }
      : { DATA_FOLDER: folder.dataFolder };
    const answerThere = async () => {
      const api = await ContentApiProcess.start(env);
      await until(isReady(api));
      const answer = await api.answer(QUESTION);
      await api.stop();
      return answer;
    };
    expect(await runCommand(target, 'restore', file)).toMatchObject({ exitCode: 0 });
    expect(await answerThere()).toMatch(/http:\/\/localhost:\d+\/media\//);

    const copy = await StrapiProcess.start(folder, database?.url, { PUBLIC_URL: SECOND });
    await copy.stop();
    expect(await runCommand(target, 'restore', file, '--replace')).toMatchObject({ exitCode: 0 });
    expect(await answerThere()).toContain(`${SECOND}/media/`);
    await database?.drop();
    await folder.remove();
  });
});
