import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TestBucket } from '../support/bucket';
import { runCommand, type CommandSettings } from '../support/command';
import { databaseKinds, Hub } from '../support/hub';
import { pictureOf, type LibraryRow } from '../support/pictures';
import { createDatabase, type TestDatabase } from '../support/postgres';
import { appFolder, StrapiProcess, type AppFolder } from '../support/strapi';

const SERVICE = 'api::service.service';

const service = (slug: string, summary: string) => `format: kap-content/1
defaultLocale: en
documents:
  service:
    - key: a-service
      locales:
        en:
          name: A calm room
          slug: ${slug}
          summary: ${summary}
          body: Words.
          heroImage: { file: room.png, alternativeText: A green room }
`;
const SUMMARY = 'Something that the practice offers, made for this test.';

describe.each(databaseKinds)('With uploads in a bucket, on %s', (kind) => {
  let hub: Hub;
  let bucket: TestBucket;
  let target: { folder: AppFolder; database: TestDatabase | null };
  let source: CommandSettings;

  beforeAll(async () => {
    bucket = await TestBucket.start();
    const env = bucket.settings('uploads');
    hub = await Hub.start(kind, env);
    source = { folder: hub.folder, databaseUrl: hub.database?.url, env };
    target = {
      folder: await appFolder(),
      database: kind === 'PostgreSQL' ? await createDatabase() : null,
    };
    await writeFile(path.join(hub.folder.path, 'room.png'), await pictureOf('teal'));
  });
  afterAll(async () => {
    await hub.stop();
    await target.database?.drop();
    await target.folder.remove();
    await bucket.close();
  });

  async function load(slug: string, summary = SUMMARY) {
    await writeFile(path.join(hub.folder.path, 'content.yaml'), service(slug, summary));
    return runCommand(source, 'content-import', 'content.yaml');
  }

  it('an import puts its pictures there', async () => {
    expect(await load('calm')).toMatchObject({ exitCode: 0 });
    const [file] = await hub.strapi.sql<LibraryRow>('select * from files');
    expect(await bucket.names()).toContain(`uploads/${path.basename(file?.url ?? '')}`);
    expect(await readdir(path.join(hub.folder.publicFolder, 'uploads'))).toEqual([]);
  });

  it('an import that is refused takes its pictures back', async () => {
    const before = await bucket.names();
    bucket.asked.length = 0;
    // Which Strapi alone knows, once the pictures are there.
    const refused = await load('short', 'Too short.');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('IMPORT_REFUSED');
    expect(bucket.asked.map(({ method }) => method)).toContain('PUT');
    expect(await bucket.names()).toEqual(before);
  });

  it('an import says so where the bucket is away, and changes nothing', async () => {
    const head = await hub.head();
    await bucket.goAway();
    const refused = await load('away');
    await bucket.comeBack();
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toMatch(/^UPLOADS_AWAY: .* Try again/m);
    expect(await hub.head()).toBe(head);
    expect(await hub.strapi.sql('select * from files')).toHaveLength(1);
  });

  it('a backup leaves them out and says so, and what is restored finds them there', async () => {
    const backup = await runCommand(source, 'backup', 'backup.tar.gz');
    expect(backup).toMatchObject({ exitCode: 0 });
    expect(backup.output).toContain('0 uploads');
    expect(backup.output).toContain('Left out: uploads in the bucket that UPLOADS names');

    const file = path.join(hub.folder.path, 'backup.tar.gz');
    const settings = { folder: target.folder, databaseUrl: target.database?.url };
    await writeFile(path.join(target.folder.publicFolder, 'uploads/mine.png'), 'mine');
    const elsewhere = await runCommand(settings, 'restore', file);
    expect(elsewhere).toMatchObject({ exitCode: 0 });
    expect(elsewhere.output).toContain('Name it in UPLOADS');
    // It is not for a backup without uploads to say which of them are wanted.
    expect(await readdir(path.join(target.folder.publicFolder, 'uploads'))).toEqual(['mine.png']);

    const env = bucket.settings('uploads');
    const restored = await runCommand({ ...settings, env }, 'restore', file, '--replace');
    expect(restored).toMatchObject({ exitCode: 0 });
    const strapi = await StrapiProcess.start(target.folder, settings.databaseUrl, env);
    expect(strapi.output.join('')).not.toContain('cannot be had');
    const [service] = await strapi.sql<{ document_id: string }>('select * from services');
    const documentId = service?.document_id;
    const published = await strapi.documents(SERVICE, 'publish', { documentId, locale: 'en' });
    expect(published.entries).toHaveLength(1);
    await strapi.stop();
  });

  it('a backup that has uploads is restored into the folder, where they are found', async () => {
    await writeFile(path.join(hub.folder.publicFolder, 'uploads/before.png'), 'before');
    const made = await runCommand({ ...source, env: {} }, 'backup', 'with.tar.gz');
    expect(made.output).toContain('1 uploads');
    const file = path.join(hub.folder.path, 'with.tar.gz');
    const settings = { ...source, folder: target.folder, databaseUrl: target.database?.url };
    const restored = await runCommand(settings, 'restore', file, '--replace');
    expect(restored).toMatchObject({ exitCode: 0 });
    expect(restored.output).toContain('Copy them into the bucket');
    const uploads = await readdir(path.join(target.folder.publicFolder, 'uploads'));
    expect(uploads).toEqual(['before.png']);
  });
});
