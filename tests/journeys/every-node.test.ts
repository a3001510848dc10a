import { expect, it, describe } from '@jest/globals';
import path from 'node:path';
import request from 'supertest';
import { runCommand } from '../support/command';
import { ContentApiProcess } from '../support/content-api-process';
import { faqDraft } from '../support/drafts';
import { createDatabase, databaseKinds } from '../support/postgres';
import { appFolder, StrapiProcess } from '../support/strapi';
import { until } from '../support/until';

const QUESTION = '{ faqs { nodes { slug } } }';

// What must hold on each Node that package.json names; the rest of the tests is run on one of them.
describe.each(databaseKinds)('On this Node, with %s', (kind) => {
  it('texts are published, read, backed up and restored', async () => {
    const [folder, elsewhere] = [await appFolder(), await appFolder()];
    const databases = kind === 'SQLite' ? [] : [await createDatabase(), await createDatabase()];
    const [databaseUrl, elsewhereUrl] = databases.map(({ url }) => url);
    const file = path.join(folder.path, 'backup.tar.gz');

    const strapi = await StrapiProcess.start(folder, databaseUrl);
    const data = faqDraft('first');
    await strapi.documents('api::faq.faq', 'create', { data, status: 'published' });
    const answer = () => request(strapi.url).get('/graphql').query({ query: QUESTION });
    await until(async () => (await answer()).text.includes('first'));
    expect(await runCommand({ folder, databaseUrl }, 'backup', file)).toMatchObject({
      exitCode: 0,
    });
    await strapi.stop();

    const restored = { folder: elsewhere, databaseUrl: elsewhereUrl };
    expect(await runCommand(restored, 'restore', file)).toMatchObject({ exitCode: 0 });
    expect(await runCommand(restored, 'log-verify')).toMatchObject({ exitCode: 0 });
    const api = await ContentApiProcess.start({
      DATA_FOLDER: elsewhere.dataFolder,
      ...(elsewhereUrl !== undefined && { DATABASE_URL: elsewhereUrl }),
    });
    await until(async () => (await api.answer(QUESTION)).includes('first'));
    await api.stop();

    await Promise.all([folder.remove(), elsewhere.remove(), ...databases.map((one) => one.drop())]);
  });
});
