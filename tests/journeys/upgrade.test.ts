import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand, runScript } from '../support/command';
import { ContentApiProcess } from '../support/content-api-process';
import { faqDraft } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';
import { laterRelease } from '../support/later-release';
import { StrapiProcess } from '../support/strapi';
import { until } from '../support/until';
import { announced, retired } from './upgrade/announcements';
import { reshaped } from './upgrade/reshaped';

const FROZEN = path.join(__dirname, '../publications/frozen/0.1.0');
const COMMAND = path.join(__dirname, '../support/compiled-command.cjs');
const FAQ = 'api::faq.faq';
const SETTINGS = { PUBLIC_URL: 'https://hub.example', CONTENT_API_QUERY_COST_LIMIT: '1000000' };
const ALL_CHANGES = '{ changes(first: 100) { changes { kind type reason document { id } } } }';

const questions = JSON.parse(readFileSync(path.join(FROZEN, 'answers.json'), 'utf8')) as Record<
  string,
  { query: string; data: object }
>;

const parsed = (text: string): unknown => JSON.parse(text);

interface PublishedRow {
  readonly documentId: string;
  readonly locale: string | null;
}

describe.each(databaseKinds)('A hub on %s that release 0.1.0 has filled', (kind) => {
  let hub: Hub;
  /** Release 0.3.0, with every kind of change, and 0.4.0, without the type that 0.3.0 brought. */
  let reshapedRelease: string;
  let retiredRelease: string;
  let answersBefore: string[];
  let headBefore: number;
  let oldReader: ContentApiProcess;

  const place = () => ({ folder: hub.folder, databaseUrl: hub.database?.url });
  const answers = async () => {
    const given: string[] = [];
    for (const { query } of Object.values(questions)) given.push(await hub.bytes(query));
    return given;
  };
  const readerSettings = () => ({
    ...SETTINGS,
    DATA_FOLDER: hub.folder.dataFolder,
    PUBLIC_FOLDER: hub.folder.publicFolder,
    ...(hub.database && { DATABASE_URL: hub.database.url }),
  });

  beforeAll(async () => {
    hub = await Hub.unstarted(kind);
    const later = (name: string) => path.join(hub.folder.path, name);
    reshapedRelease = await laterRelease(later('reshaped'), '0.3.0', [...reshaped, ...announced]);
    retiredRelease = await laterRelease(later('retired'), '0.4.0', [...reshaped, ...retired]);
    const archive = path.join(FROZEN, `${kind.toLowerCase()}.tar.gz`);
    const { exitCode, errors } = await runCommand(place(), 'restore', archive);
    if (exitCode !== 0) throw new Error(errors);
  });

  afterAll(async () => {
    await oldReader.stop();
    await hub.stop();
  });

  it('is answered by this release as it was by that one, and gets no new entry', async () => {
    await hub.boot(SETTINGS);
    answersBefore = await answers();
    headBefore = await hub.head();
    if (kind === 'SQLite') {
      const then = Object.values(questions).map(({ data }) => data);
      expect(answersBefore.map((text) => (JSON.parse(text) as { data: object }).data)).toEqual(
        then,
      );
    }
    expect(headBefore).toBe(31);
    oldReader = await ContentApiProcess.start(readerSettings());
    await hub.strapi.stop();
  });

  it('is answered by a release with other shapes but for what its steps say', async () => {
    await hub.boot(SETTINGS, reshapedRelease);
    const expected = answersBefore.map((text) => text.replaceAll('"COST"', '"ACCESS"'));
    expect(expected.join()).not.toBe(answersBefore.join());
    const given = await answers();
    expect(given.map(parsed)).toEqual(expected.map(parsed));
    expect(given).toEqual(expected);
  });

  it('is whole to that release, and nothing of it drifts', async () => {
    const verified = await runScript(place(), COMMAND, reshapedRelease, 'log-verify');
    expect(verified.output).toMatch(/^31 entries, .*: 0 faults, 0 differences/);
    expect(verified.exitCode).toBe(0);
  });

  it('gets no new entry when what nobody has changed is published again', async () => {
    for (const type of ['service', 'faq', 'condition', 'clinician', 'practice', 'reference']) {
      const uid = `api::${type}.${type}`;
      const rows = await hub.strapi.ask<PublishedRow[]>('query', {
        uid,
        method: 'findMany',
        params: { where: { publishedAt: { $notNull: true } } },
      });
      expect(rows).not.toEqual([]);
      for (const { documentId, locale } of rows) {
        // Of the clinician's English text there is a draft that somebody did change.
        if (type === 'clinician' && locale === 'en') continue;
        await hub.strapi.documents(uid, 'publish', { documentId, ...(locale && { locale }) });
      }
    }
    expect(await hub.head()).toBe(headBefore);
  });

  it('keeps in Strapi’s rows what editors wrote under the old names', async () => {
    const [clinician] = await hub.strapi.sql<{ addressed_as: string | null }>(
      "select addressed_as from clinicians where locale = 'en' and published_at is not null",
    );
    expect(clinician).toEqual({ addressed_as: 'they/them' });
    const sharings = await hub.strapi.sql<{ licence_address: string | null }>(
      'select licence_address from components_shared_sharing_terms',
    );
    expect(sharings).toContainEqual({
      licence_address: 'https://creativecommons.org/licenses/by-nd/4.0/',
    });
  });

  it('goes on being answered by a reader of this release, which is not ready once it meets a newer entry', async () => {
    expect((await oldReader.readiness()).status).toBe(200);
    await hub.strapi.documents(FAQ, 'create', {
      data: faqDraft('written-later', { keywords: [{ text: 'later' }], topic: 'access' }),
      locale: 'en',
      status: 'published',
    });
    await until(async () => (await oldReader.readiness()).status === 503);
    expect((await oldReader.readiness()).body).toMatchObject({
      code: 'NOT_READY',
      state: 'outdated',
      sequence: headBefore,
      release: '0.2.0',
      neededRelease: '0.3.0',
      behind: 1,
    });
    const [first] = Object.values(questions);
    expect(await oldReader.answer(first?.query ?? '')).toBe(answersBefore[0]);
  });

  it('is answered with all of it by a reader of the later release', async () => {
    const main = path.join(reshapedRelease, 'src/content-api/main.js');
    const reader = await ContentApiProcess.start(readerSettings(), main);
    try {
      await hub.settled(reader.url);
      const query = '{ faq(slug: "written-later") { question } }';
      expect(await reader.answer(query)).toBe(await hub.bytes(query));
      expect(await reader.answer(query)).toContain('written-later');
    } finally {
      await reader.stop();
    }
  });

  it('has texts of a type that came with the later release', async () => {
    const { documentId } = await hub.strapi.documents('api::announcement.announcement', 'create', {
      data: { title: 'We have moved', slug: 'we-have-moved' },
      status: 'published',
    });
    const query = 'query ($id: ID!) { node(id: $id) { ... on Announcement { title } } }';
    expect(await hub.answer(query, { id: documentId })).toEqual({
      node: { title: 'We have moved' },
    });
  });

  it('is not started by this release any more, which names the entries and changes nothing', async () => {
    await hub.strapi.stop();
    const started = StrapiProcess.start(hub.folder, hub.database?.url, SETTINGS);
    await expect(started).rejects.toThrow(
      /this release \(0.2.0\) cannot read.\nEntry 32: version 2 of faq. It takes release 0.3.0 or a later one/,
    );
    await hub.boot(SETTINGS, reshapedRelease);
    const rows = await hub.strapi.sql(
      'select addressed_as from clinicians where addressed_as is not null',
    );
    expect(rows).not.toEqual([]);
  });

  it('is called newer, and not damaged, when this release verifies it', async () => {
    const verified = await runCommand(place(), 'log-verify');
    expect(verified.exitCode).toBe(1);
    expect(verified.output).toContain(
      'entry 32: has version 2 of faq; it takes release 0.3.0 or a later one',
    );
    expect(verified.output).toMatch(/: 0 faults/);
  });

  it('tells partners that what was public of a type which is gone was withdrawn', async () => {
    await hub.strapi.stop();
    await hub.boot(SETTINGS, retiredRelease);
    const { changes } = await hub.answer<{ changes: { changes: object[] } }>(ALL_CHANGES);
    expect(changes.changes.slice(-2)).toEqual([
      { kind: 'PUBLISHED', type: 'ANNOUNCEMENT', reason: null, document: null },
      { kind: 'WITHDRAWN', type: 'ANNOUNCEMENT', reason: 'DELETED', document: null },
    ]);
    const verified = await runScript(place(), COMMAND, retiredRelease, 'log-verify');
    expect(verified.output).toMatch(/: 0 faults, 0 differences/);
    expect(verified.exitCode).toBe(0);
  });
});
