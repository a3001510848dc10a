import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCommand, type CommandSettings } from '../support/command';
import { faqDraft } from '../support/drafts';
import { Hub } from '../support/hub';
import { headOf } from '../support/log-reader';
import { createDatabase, databaseKinds, type TestDatabase } from '../support/postgres';
import { appFolder } from '../support/strapi';

const FAQ = 'api::faq.faq';

const faq = (key: string, topic: string) => `
    - key: ${key}
      locales:
        en:
          question: What should I know about ${key}?
          slug: ${key}
          answer: An answer about ${key}.
          topic: ${topic}
          audience: patient
          position: 1`;
const file = (...documents: string[]) => `format: kap-content/1
defaultLocale: en
documents:
  faq:${documents.join('')}
`;

describe.each(databaseKinds)('Importing content on %s', (kind) => {
  let settings: CommandSettings;
  let database: TestDatabase | null;

  beforeAll(async () => {
    database = kind === 'PostgreSQL' ? await createDatabase() : null;
    settings = { folder: await appFolder(), databaseUrl: database?.url };
  });

  afterAll(async () => {
    await database?.drop();
    await settings.folder.remove();
  });

  const write = (name: string, text: string) =>
    writeFile(path.join(settings.folder.path, name), text);

  it('loads a good file whole, through the log', async () => {
    await write('good.yaml', file(faq('first', 'basics'), faq('second', 'cost')));
    const imported = await runCommand(settings, 'content-import', 'good.yaml');
    expect(imported).toMatchObject({ exitCode: 0 });
    expect(imported.output).toContain('Imported 2 documents (2 published texts) and 0 pictures.');
    const { output } = await runCommand(settings, 'log-verify', '--json');
    const verified = { head: { sequence: 3 }, faults: [], drift: [] };
    expect(JSON.parse(output)).toMatchObject(verified);
  });

  it('refuses a bad file whole, with every problem and its place', async () => {
    const bad = file(faq('third', 'weather'), faq('fourth', 'basics'), faq('fourth', 'climate'));
    await write('bad.yaml', bad);
    const refused = await runCommand(settings, 'content-import', 'bad.yaml');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toMatch(/^bad\.yaml:11:\d+: INVALID_VALUE: /m);
    expect(refused.errors).toMatch(/^bad\.yaml:23:\d+: DUPLICATE_KEY: /m);
    expect(refused.errors).toMatch(/^bad\.yaml:29:\d+: INVALID_VALUE: /m);
    expect(refused.errors).toContain('IMPORT_REFUSED: bad.yaml has');
    expect(await headOf(settings)).toBe(3);
  });

  it('refuses a file of which one document is there already, and loads none of it', async () => {
    await write('again.yaml', file(faq('fifth', 'basics'), faq('first', 'basics')));
    const refused = await runCommand(settings, 'content-import', 'again.yaml');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('SLUG_TAKEN');
    expect(await headOf(settings)).toBe(3);
  });
});

it.each(databaseKinds)(
  'Importing content on %s goes on beside editors who publish',
  async (kind) => {
    const hub = await Hub.start(kind);
    const settings = { folder: hub.folder, databaseUrl: hub.database?.url };
    const imported = Array.from({ length: 10 }, (_, index) => faq(`imported-${index}`, 'basics'));
    await writeFile(path.join(hub.folder.path, 'many.yaml'), file(...imported));

    let isImporting = true;
    let published = 0;
    const editors = (async () => {
      for (; isImporting; published += 1) {
        const data = faqDraft(`published-${published}`);
        await hub.strapi.documents(FAQ, 'create', { data, locale: 'en', status: 'published' });
      }
    })();
    const outcome = await runCommand(settings, 'content-import', 'many.yaml');
    isImporting = false;
    await editors;

    expect(outcome).toMatchObject({ exitCode: 0 });
    const publications = await hub.publicationsAfter(0);
    expect(publications.filter((one) => one.kind === 'Published')).toHaveLength(published + 10);
    await hub.stop();
  },
);

describe('Importing content', () => {
  it.each([
    ['no file', [], 'BAD_USAGE'],
    ['two files', ['one.yaml', 'two.yaml'], 'BAD_USAGE'],
    ['a flag that there is not', ['--force', 'one.yaml'], 'BAD_USAGE'],
    ['a file that is not there', ['missing.yaml'], 'UNREADABLE_FILE'],
  ])('says so of %s, and makes no database', async (_what, args, code) => {
    const folder = await appFolder();
    const refused = await runCommand({ folder }, 'content-import', ...args);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain(code);
    expect(existsSync(folder.databaseFile)).toBe(false);
    await folder.remove();
  });
});
