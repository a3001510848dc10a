import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { runCommand, type CommandOutcome, type CommandSettings } from '../../../support/command';
import { headOf } from '../../../support/log-reader';
import { createDatabase, databaseKinds, type TestDatabase } from '../../../support/postgres';
import { appFolder } from '../../../support/strapi';

const HEAD = 'format: kap-content/1\ndefaultLocale: en\ndocuments:\n';
const PRACTICE = `  practice:
    - key: practice
      locales:
        en:
          name: A practice
          description: A practice that is made for this test and for nothing else.
          contacts: [{ key: desk, label: Desk, kind: phone, value: 303-555-0100 }]
          funding: None.
          conflictsOfInterest: None.
          publishingPrinciples: Plain words.
`;
const service = (name: string, summary: string) => `  service:
    - key: a-service
      locales:
        en:
          name: ${name}
          slug: ${name.toLowerCase().replaceAll(' ', '-')}
          summary: ${summary}
          body: Words about it.
          heroImage: { file: room.png, alternativeText: A green room }
`;
const SUMMARY = 'A service that is made for this test and for nothing else.';

describe.each(databaseKinds)('Loading an import on %s', (kind) => {
  let settings: CommandSettings;
  let database: TestDatabase | null;

  beforeAll(async () => {
    database = kind === 'PostgreSQL' ? await createDatabase() : null;
    settings = { folder: await appFolder(), databaseUrl: database?.url };
    const picture = {
      create: { width: 900, height: 600, channels: 3, background: '#7f9c86' },
    } as const;
    await sharp(picture).png().toFile(path.join(settings.folder.path, 'room.png'));
  });

  afterAll(async () => {
    await database?.drop();
    await settings.folder.remove();
  });

  async function load(documents: string): Promise<CommandOutcome> {
    await writeFile(path.join(settings.folder.path, 'main.yaml'), `${HEAD}${documents}`);
    return runCommand(settings, 'content-import', 'main.yaml');
  }

  async function state(): Promise<{ sequence: number; uploads: string[] }> {
    const files = await readdir(path.join(settings.folder.publicFolder, 'uploads'));
    return { sequence: await headOf(settings), uploads: files.sort() };
  }

  it('makes documents and pictures, each picture once however often it is shown', async () => {
    const second = service('Another service', SUMMARY)
      .replace('  service:\n', '')
      .replace('key: a-service', 'key: another');
    const loaded = await load(`${PRACTICE}${service('A service', SUMMARY)}${second}`);
    expect(loaded).toMatchObject({ exitCode: 0 });
    expect(loaded.output).toContain('Imported 3 documents (3 published texts) and 1 pictures.');
    const { sequence, uploads } = await state();
    expect(sequence).toBe(4);
    // The picture, and the smaller copies that Strapi makes of it.
    expect(uploads.filter((name) => name.startsWith('room_'))).toHaveLength(1);
    expect(uploads.length).toBeGreaterThan(1);
  });

  it('is refused by what Strapi alone knows, with every place, and leaves neither row nor file', async () => {
    const before = await state();
    const refused = await load(
      `${service('A third service', 'Too short.')}          fees: [{ name: Visit, amount: -5, currency: USD, unit: visit }]\n` +
        `  condition:\n    - key: a-condition\n      locales: { en: { name: X, slug: x, summary: ${SUMMARY} } }\n`,
    );
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toMatch(
      /^main\.yaml:10:20: REFUSED: .+service\[0\]\.locales\.en\.summary\)$/m,
    );
    expect(refused.errors).toMatch(/^main\.yaml:13:41: REFUSED: .+fees\[0\]\.amount\)$/m);
    expect(refused.errors).toMatch(
      /^main\.yaml:16:30: REFUSED: .+condition\[0\]\.locales\.en\.name\)$/m,
    );
    expect(await state()).toEqual(before);
  });

  it('is refused where Strapi lacks one of its languages', async () => {
    const refused = await load(
      '  condition:\n    - key: a-condition\n      locales:\n' +
        `        en: { name: Grief, slug: grief, summary: ${SUMMARY} }\n` +
        `        fr: { name: Deuil, slug: deuil, summary: ${SUMMARY} }\n`,
    );
    expect(refused.errors).toMatch(/^main\.yaml:8:\d+: LOCALE_NOT_SET_UP: .*"fr"/m);
  });

  it('is refused where there is a practice or a slug already', async () => {
    const before = await state();
    const refused = await load(`${PRACTICE}${service('A service', SUMMARY)}`);
    expect(refused.errors).toMatch(/^main\.yaml:8:11: PRACTICE_EXISTS: /m);
    expect(refused.errors).toMatch(/^main\.yaml:19:17: SLUG_TAKEN: /m);
    expect(await state()).toEqual(before);
  });
});
