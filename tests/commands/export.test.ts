import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { clinic } from '../support/clinic';
import { runCommand } from '../support/command';
import { compiledFault } from '../support/fault';
import { LogDatabase } from '../support/log-database';
import { appFolder, type AppFolder } from '../support/strapi';

describe('npm run export', () => {
  let folder: AppFolder;
  let database: LogDatabase;
  const log = clinic();

  beforeAll(async () => {
    folder = await appFolder();
    database = await LogDatabase.open(folder.databaseFile);
    await database.append(log.rows);
  });
  afterAll(async () => {
    await database.close();
    await folder.remove();
  });

  const lines = async (place: string) => {
    const text = await readFile(path.join(folder.path, 'site', place), 'utf8');
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { slug: string; safety: { text: { html: string } }[] });
  };

  it('writes every document of the newest edition in each language, with its notices', async () => {
    expect(await runCommand({ folder }, 'export', 'site')).toMatchObject({ exitCode: 0 });
    const manifest = await readFile(path.join(folder.path, 'site/manifest.json'), 'utf8');
    expect(JSON.parse(manifest)).toMatchObject({
      format: 'kap-export/1',
      edition: { id: log.rows.at(-1)?.chain_hash },
      counts: { en: { services: 2, faqs: 3, clinicians: 2, practice: 1 } },
    });
    const services = await lines('es/services.jsonl');
    expect(services.map(({ slug }) => slug)).toContain('psicoterapia-con-ketamina');
    for (const { safety } of services) expect(safety[0]?.text.html).toContain('<p>');
  });

  it('takes the place of an earlier export, and of nothing else', async () => {
    const earlier = await lines('en/faqs.jsonl');
    expect(await runCommand({ folder }, 'export', 'site')).toMatchObject({ exitCode: 0 });
    expect(await lines('en/faqs.jsonl')).toEqual(earlier);
    await mkdir(path.join(folder.path, 'mine'));
    await writeFile(path.join(folder.path, 'mine/notes.txt'), 'Keep me.');
    const refused = await runCommand({ folder }, 'export', 'mine');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('FOLDER_IN_USE');
    expect(await readFile(path.join(folder.path, 'mine/notes.txt'), 'utf8')).toBe('Keep me.');
  });

  it('fills a folder that is mounted, and so can be neither removed nor replaced', async () => {
    const source = path.resolve(__dirname, '../cases/busy-folder.c');
    const mounted = path.join(folder.path, 'mounted');
    const env = {
      ...(await compiledFault(source, folder.path)),
      BUSY_FOLDER: mounted,
    };
    await mkdir(mounted);
    for (const time of ['the first time', 'again']) {
      const exported = await runCommand({ folder, env }, 'export', mounted);
      expect([time, exported.exitCode, exported.errors]).toEqual([time, 0, expect.any(String)]);
      const [here, elsewhere] = await Promise.all(
        ['mounted', 'site'].map(async (name) =>
          (await readdir(path.join(folder.path, name), { recursive: true })).sort(),
        ),
      );
      expect(here).toEqual(elsewhere);
      const manifest = await readFile(path.join(mounted, 'manifest.json'), 'utf8');
      expect(manifest).toContain(String(log.rows.at(-1)?.chain_hash));
    }
    expect(await readdir(folder.path)).not.toContain('mounted.part');
  });
});
