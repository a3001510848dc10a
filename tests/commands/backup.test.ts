import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import * as tar from 'tar';
import { runCommand, runScript, type CommandOutcome } from '../support/command';
import { faqDraft, paragraph, serviceDraft } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';
import { createDatabase, type TestDatabase } from '../support/postgres';
import { appFolder, StrapiProcess, type AppFolder } from '../support/strapi';

const PROJECT = path.resolve(__dirname, '../..');
const COMMAND = path.join(__dirname, '../support/compiled-command.cjs');

describe.each(databaseKinds)('A backup of %s', (kind) => {
  let hub: Hub;
  let file: string;
  let backup: CommandOutcome;
  let faq: string;
  /** Where a backup is restored to: another machine, as it were. */
  let target: { folder: AppFolder; database: TestDatabase | null; databaseUrl?: string };

  beforeAll(async () => {
    hub = await Hub.start(kind);
    const picture = path.join(hub.folder.path, 'room.png');
    await sharp({ create: { width: 900, height: 600, channels: 3, background: 'teal' } })
      .png()
      .toFile(picture);
    const { length: size } = await readFile(picture);
    const uploaded = await hub.strapi.ask<{ id: number }>('upload', {
      file: picture,
      name: 'room.png',
      type: 'image/png',
      size,
    });
    const heroImage = { file: uploaded.id, alternativeText: 'A quiet room.' };
    await publish('service', serviceDraft('kap', { heroImage }));
    faq = await publish('faq', faqDraft('first'));

    file = path.join(hub.folder.path, 'backup.tar.gz');
    // The server runs on.
    backup = await runCommand(source(), 'backup', 'backup.tar.gz');
  });

  afterAll(() => hub.stop());

  beforeEach(async () => {
    const database = kind === 'PostgreSQL' ? await createDatabase() : null;
    target = {
      folder: await appFolder(),
      database,
      ...(database && { databaseUrl: database.url }),
    };
  });

  afterEach(async () => {
    await target.database?.drop();
    await target.folder.remove();
  });

  const source = () => ({ folder: hub.folder, databaseUrl: hub.database?.url });

  async function publish(type: string, data: object): Promise<string> {
    const uid = `api::${type}.${type}`;
    const { documentId } = await hub.strapi.documents(uid, 'create', { data, locale: 'en' });
    await hub.strapi.documents(uid, 'publish', { documentId, locale: 'en' });
    return documentId;
  }

  it('is made while the server runs, and says where its log ends and what it leaves out', async () => {
    const head = await hub.reader.head();
    expect(backup.exitCode).toBe(0);
    expect(backup.output).toContain(`The log up to entry ${head.sequence} (${head.chainHash})`);
    expect(backup.output).toContain('Left out: secrets');
  });

  it('holds database, published pictures and uploads, and no secret', async () => {
    const names: string[] = [];
    await tar.list({ file, onReadEntry: (entry) => names.push(entry.path) });
    expect(names.slice(0, 2)).toEqual(['manifest.json', 'database']);
    expect(names.some((name) => name.startsWith('media/'))).toBe(true);
    expect(names.some((name) => name.startsWith('uploads/'))).toBe(true);
    expect(names.join()).not.toContain('secrets');
  });

  it('brings everything back on another machine, where publishing goes on behind the same log', async () => {
    const restored = await runCommand(target, 'restore', file);
    expect(restored).toMatchObject({ exitCode: 0 });

    const uploads = await readdir(path.join(hub.folder.publicFolder, 'uploads'));
    expect(await readdir(path.join(target.folder.publicFolder, 'uploads'))).toEqual(uploads);
    expect(await filesIn(path.join(target.folder.dataFolder, 'media'))).toEqual(
      await filesIn(path.join(hub.folder.dataFolder, 'media')),
    );

    const strapi = await StrapiProcess.start(target.folder, target.databaseUrl);
    const before = await hub.head();
    await strapi.documents('api::faq.faq', 'update', {
      documentId: faq,
      locale: 'en',
      data: { answer: paragraph('An answer given after the restoration.') },
      status: 'published',
    });
    const [row] = await strapi.sql<{ sequence: number }>(
      'select max(sequence) as sequence from publications',
    );
    expect(Number(row?.sequence)).toBe(before + 1);
    await strapi.stop();

    const verified = await runCommand(target, 'log-verify');
    expect(verified).toMatchObject({ exitCode: 0 });
  });

  it('replaces what is there only when that is asked for', async () => {
    await runCommand(target, 'restore', file);
    const strapi = await StrapiProcess.start(target.folder, target.databaseUrl);
    await strapi.documents('api::faq.faq', 'unpublish', { documentId: faq, locale: 'en' });
    await strapi.stop();

    const refused = await runCommand(target, 'restore', file);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('DATABASE_NOT_EMPTY');

    const replaced = await runCommand(target, 'restore', file, '--replace');
    expect(replaced).toMatchObject({ exitCode: 0 });
    const verified = await runCommand(target, 'log-verify', '--json');
    expect(JSON.parse(verified.output)).toMatchObject({
      head: await hub.reader.head(),
      faults: [],
      drift: [],
    });

    // What was restored can be backed up and restored again.
    await runCommand(target, 'backup', 'again.tar.gz');
    const again = path.join(target.folder.path, 'again.tar.gz');
    expect(await runCommand(target, 'restore', again, '--replace')).toMatchObject({ exitCode: 0 });
  });

  it('is proved without being restored', async () => {
    const head = await hub.reader.head();
    const checked = await runCommand({ folder: target.folder }, 'backup', '--check', file);
    expect(checked).toMatchObject({ exitCode: 0 });
    expect(checked.output).toContain(`up to entry ${head.sequence} (${head.chainHash})`);

    const manifestOf = async (folder: string) =>
      JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as {
        parts: { path: string; sha256: string }[];
      };
    // A dump that was cut off before it was backed up is what was backed up.
    const unpacked = await unpack();
    const dump = await readFile(path.join(unpacked, 'database'));
    const half = dump.subarray(0, dump.length / 2);
    await writeFile(path.join(unpacked, 'database'), half);
    const manifest = await manifestOf(unpacked);
    for (const part of manifest.parts)
      if (part.path === 'database') part.sha256 = createHash('sha256').update(half).digest('hex');
    await writeFile(path.join(unpacked, 'manifest.json'), JSON.stringify(manifest));
    const refused = await runCommand(
      { folder: target.folder },
      'backup',
      '--check',
      await pack(unpacked),
    );
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('BACKUP_DAMAGED');
  });

  it('is proved entry by entry, whatever signs its texts hold', async () => {
    await runCommand(target, 'restore', file);
    const strapi = await StrapiProcess.start(target.folder, target.databaseUrl);
    // Some of these signs end a line for one program or another.
    const answer = paragraph('one\u2028two\u2029three\ttab \\n backslash\u0085 next');
    const data = faqDraft('odd-signs', { answer });
    await strapi.documents('api::faq.faq', 'create', { data, status: 'published' });
    const check = async (name: string) => {
      const made = await runCommand(target, 'backup', name);
      expect(made).toMatchObject({ exitCode: 0 });
      return runCommand(target, 'backup', '--check', path.join(target.folder.path, name));
    };
    expect(await check('odd.tar.gz')).toMatchObject({ exitCode: 0 });

    const triggers =
      kind === 'SQLite'
        ? await strapi.sql<{ name: string }>(
            "select name from sqlite_master where type = 'trigger' and tbl_name = 'publications'",
          )
        : [];
    for (const { name } of triggers) await strapi.sql(`drop trigger ${name}`);
    if (kind === 'PostgreSQL') await strapi.sql('alter table publications disable trigger user');
    await strapi.sql("update publications set locale = 'de' where sequence = 2");
    await strapi.stop();
    const refused = await check('tampered.tar.gz');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toMatch(/BACKUP_DAMAGED: .*entry 2 of its log is wrong/s);
  });

  it.each([0.2, 0.6, 0.97])(
    'is damaged where %d of it are there, and leaves nothing',
    async (part) => {
      const whole = await readFile(file);
      const cut = path.join(target.folder.path, 'cut.tar.gz');
      await writeFile(cut, whole.subarray(0, Math.floor(whole.length * part)));
      for (const [name, ...args] of [['restore'], ['backup', '--check']] as const) {
        const refused = await runScript(target, COMMAND, PROJECT, name, ...args, cut);
        expect(refused.exitCode).toBe(1);
        expect(refused.errors).toContain('BACKUP_DAMAGED');
      }
      expect(await readdir(target.folder.dataFolder)).toEqual([]);
    },
  );

  it('is not restored under a running server', async () => {
    const refused = await runCommand(source(), 'restore', file, '--replace');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('DATABASE_IN_USE');
  });

  it('is not restored where one of its files is not what was backed up', async () => {
    const unpacked = await unpack();
    await writeFile(path.join(unpacked, 'database'), 'something else');
    const refused = await runCommand(target, 'restore', await pack(unpacked));
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('BACKUP_DAMAGED');
    expect(refused.errors).toContain('database is not what was backed up');
  });

  it('leaves what is there where the log in it does not end as its manifest says', async () => {
    await runCommand(target, 'restore', file);
    const unpacked = await unpack();
    const manifestFile = path.join(unpacked, 'manifest.json');
    const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as { head: object };
    manifest.head = { sequence: 1, chainHash: 'a'.repeat(64) };
    await writeFile(manifestFile, JSON.stringify(manifest));

    const refused = await runCommand(target, 'restore', await pack(unpacked), '--replace');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('BACKUP_DAMAGED');
    const verified = await runCommand(target, 'log-verify', '--json');
    expect(JSON.parse(verified.output)).toMatchObject({ head: await hub.reader.head() });
  });

  it.each([
    ['a link', 'uploads/out in it is no file', []],
    ['a place outside', "path contains '..'", ['../evil']],
    ['a file behind a link', 'uploads/out in it is no file', ['evil']],
  ])('is not restored where it holds %s, and writes nothing there', async (_what, told, more) => {
    const unpacked = await unpack();
    await writeFile(path.join(target.folder.path, 'evil'), 'evil');
    await symlink(target.folder.path, path.join(unpacked, 'uploads/out'));
    const names = [...(more[0] === '../evil' ? [] : ['uploads/out']), ...more];
    const packed = path.join(target.folder.path, 'packed.tar.gz');
    const rest = ['manifest.json', 'database', 'media'];
    if (more[0] === 'evil') {
      await writeFile(path.join(unpacked, 'evil'), 'evil');
      const renamed = { onWriteEntry: behindTheLink };
      await tar.create({ gzip: true, cwd: unpacked, file: packed, ...renamed }, [
        ...names,
        ...rest,
      ]);
    } else {
      const options = { gzip: true, cwd: unpacked, file: packed, preservePaths: true };
      await tar.create(options, [...names, ...rest]);
    }
    const refused = await runCommand(target, 'restore', packed);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('BACKUP_DAMAGED');
    expect(refused.errors).toContain(told);
    expect(await readdir(target.folder.dataFolder)).toEqual([]);
  });

  it('is not restored over a link among the uploads, whose target stays what it is', async () => {
    const precious = path.join(target.folder.path, 'precious');
    await writeFile(precious, 'precious');
    const [upload = ''] = await readdir(path.join(hub.folder.publicFolder, 'uploads'));
    await symlink(precious, path.join(target.folder.publicFolder, 'uploads', upload));
    const refused = await runCommand(target, 'restore', file);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('LINK_AMONG_UPLOADS');
    expect(await readFile(precious, 'utf8')).toBe('precious');
  });

  it.each([
    [
      'a file that is no archive',
      'BACKUP_DAMAGED',
      async (name: string) => writeFile(name, 'no archive'),
    ],
    ['a file that is not there', 'BACKUP_DAMAGED', () => Promise.resolve()],
  ])('says so of %s', async (_what, code, make) => {
    const name = path.join(target.folder.path, 'other.tar.gz');
    await make(name);
    const refused = await runCommand(target, 'restore', name);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain(code);
  });

  it('is one moment of the practice, whatever is published while it is made', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index);
    const publishing = Promise.all(numbers.map((n) => publish('faq', faqDraft(`meanwhile-${n}`))));
    const made = await runCommand(source(), 'backup', 'meanwhile.tar.gz');
    await publishing;
    expect(made).toMatchObject({ exitCode: 0 });

    const meanwhile = path.join(hub.folder.path, 'meanwhile.tar.gz');
    expect(await runCommand(target, 'restore', meanwhile)).toMatchObject({ exitCode: 0 });
    expect(await runCommand(target, 'log-verify')).toMatchObject({ exitCode: 0 });
  });

  it('is not restored beside a bucket, whose pictures it would not reach', async () => {
    const env = { MEDIA_STORE: 's3://pictures' };
    const refused = await runCommand({ ...target, env }, 'restore', file);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('OTHER_MEDIA_STORE');
  });

  // The other way round needs a PostgreSQL, too.
  if (kind === 'PostgreSQL') {
    it('is not restored into another kind of database', async () => {
      const refused = await runCommand({ folder: target.folder }, 'restore', file);
      expect(refused.exitCode).toBe(1);
      expect(refused.errors).toContain('OTHER_DATABASE');
    });
  }

  async function unpack(): Promise<string> {
    const folder = path.join(target.folder.path, 'unpacked');
    await mkdir(folder);
    await tar.extract({ file, cwd: folder });
    return folder;
  }

  async function pack(folder: string): Promise<string> {
    const packed = path.join(target.folder.path, 'packed.tar.gz');
    await tar.create({ gzip: true, cwd: folder, file: packed }, await readdir(folder));
    return packed;
  }
});

/** Lets a file of an archive lie where a link in it points. */
function behindTheLink(entry: { path: string }): void {
  if (entry.path === 'evil') entry.path = 'uploads/out/evil';
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}
