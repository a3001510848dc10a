import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ContentApiProcess } from '../../../support/content-api-process';
import { faqDraft } from '../../../support/drafts';
import { databaseKinds, Hub } from '../../../support/hub';
import { panelOf, type Panel } from '../../../support/panel';
import { until } from '../../../support/until';

const FAQ = 'api::faq.faq';
const FAQS = '/collection-types/api::faq.faq';
const FRONTEND = 'https://www.juniper.example/preview?from=panel';

interface Shown {
  readonly status: string;
  readonly question: string;
  readonly slug: string;
  readonly topic: string;
  readonly answer: { readonly text: string };
}

describe.each(databaseKinds)('On %s, what an editor saves', (kind) => {
  let hub: Hub;
  let panel: Panel;
  let standalone: ContentApiProcess | null = null;
  let key: string;

  beforeAll(async () => {
    hub = await Hub.start(kind, { PREVIEW_URL: FRONTEND });
    panel = await panelOf(hub.strapi);
    standalone = await ContentApiProcess.start(
      hub.database ? { DATABASE_URL: hub.database.url } : { DATA_FOLDER: hub.folder.dataFolder },
    );
    const made = await request(hub.strapi.url)
      .post('/publishing/keys')
      .set('Authorization', `Bearer ${panel.session}`)
      .send({ kind: 'preview', name: 'Preview' });
    key = (made.body as { token: string }).token;
    await until(async () => (await shownTo(key, 'nothing')).every((shown) => shown === null));
  });
  afterAll(async () => {
    await standalone?.stop();
    await hub.stop();
  });

  /** What each process shows of an FAQ; undefined where it refuses. */
  async function shownTo(token: string | null, id: string): Promise<(Shown | null | undefined)[]> {
    const query = `query ($id: ID!) { faq(id: $id) { status question slug topic answer { text } safety { id } } }`;
    const all: (Shown | null | undefined)[] = [];
    for (const url of [hub.strapi.url, ...(standalone ? [standalone.url] : [])]) {
      const asked = request(url).post('/graphql');
      if (token !== null) void asked.set('Authorization', `Bearer ${token}`);
      const answer = await asked.send({ query, variables: { id } });
      all.push((answer.body as { data?: { faq: Shown | null } }).data?.faq);
    }
    return all;
  }

  async function statuses(id: string): Promise<(string | undefined)[]> {
    await hub.settled();
    if (standalone) await hub.settled(standalone.url);
    return (await shownTo(key, id)).map((shown) => shown?.status);
  }

  async function save(slug: string): Promise<string> {
    const saved = await panel.send('post', FAQS, faqDraft(slug));
    return (saved.body as { data: { documentId: string } }).data.documentId;
  }

  it('is shown to a preview key at once in every process, and to nobody else', async () => {
    const id = await save('seen-at-once');
    for (const shown of await shownTo(key, id)) {
      expect(shown).toMatchObject({
        status: 'DRAFT',
        answer: { text: 'An answer about seen-at-once.' },
      });
    }
    await panel.send('put', `${FAQS}/${id}`, { question: 'And now?' });
    for (const shown of await shownTo(key, id)) expect(shown?.question).toBe('And now?');
    expect(await shownTo(null, id)).toEqual([null, null]);
  });

  it('says how it stands to the public, from its first save until it is deleted', async () => {
    const id = await save('its-whole-life');
    const action = (name: string, body: object = {}) =>
      panel.send('post', `${FAQS}/${id}/actions/${name}`, body);
    expect(await statuses(id)).toEqual(['DRAFT', 'DRAFT']);
    await action('publish');
    expect(await statuses(id)).toEqual(['PUBLISHED', 'PUBLISHED']);
    await panel.send('put', `${FAQS}/${id}`, { question: 'Changed?' });
    expect(await statuses(id)).toEqual(['MODIFIED', 'MODIFIED']);
    await action('discard');
    expect(await statuses(id)).toEqual(['PUBLISHED', 'PUBLISHED']);
    await action('unpublish');
    expect(await statuses(id)).toEqual(['DRAFT', 'DRAFT']);
    await panel.send('delete', `${FAQS}/${id}`);
    expect(await statuses(id)).toEqual([undefined, undefined]);
  });

  it('is shown although much of it is still missing', async () => {
    const { documentId } = await hub.strapi.documents(FAQ, 'create', {
      data: { question: 'Only a question?' },
    });
    const [shown] = await shownTo(key, documentId);
    expect(shown).toMatchObject({ question: 'Only a question?', answer: { text: '' } });
  });

  it('is shown by every one of many saves and publications at once', async () => {
    const ids = await Promise.all(
      ['one', 'two', 'three', 'four'].map((slug) => save(`bulk-${slug}`)),
    );
    await panel.send('post', `${FAQS}/actions/bulkPublish`, { documentIds: ids });
    for (const id of ids) expect(await statuses(id)).toEqual(['PUBLISHED', 'PUBLISHED']);
  });

  it('is opened by the Preview button on the frontend, with a token that every process takes', async () => {
    const id = await save('opened-by-the-button');
    const address = `/preview/url/api::faq.faq?documentId=${id}&locale=en`;
    const opened = await panel.send('get', `${address}&status=draft`);
    const page = new URL((opened.body as { data: { url: string } }).data.url);
    expect(`${page.origin}${page.pathname}`).toBe('https://www.juniper.example/preview');
    const { token = '', ...rest } = Object.fromEntries(page.searchParams) as Record<string, string>;
    expect(token).toMatch(/^kap_preview_[\w-]{43}$/);
    expect(rest).toEqual({ from: 'panel', type: 'faq', id, locale: 'en', status: 'draft' });
    for (const shown of await shownTo(token, id)) expect(shown?.status).toBe('DRAFT');

    const published = await panel.send('get', `${address}&status=published`);
    expect((published.body as { data: { url: string } }).data.url).not.toContain('token');
    const stranger = await request(hub.strapi.url).get(`/content-manager${address}&status=draft`);
    expect(stranger.status).toBe(401);
  });

  it('is shown after the next start where it was changed round the panel', async () => {
    const id = await save('changed-by-sql');
    await hub.strapi.ask('query', {
      uid: FAQ,
      method: 'updateMany',
      params: { where: { documentId: id }, data: { question: 'By SQL?', updatedAt: new Date() } },
    });
    await hub.strapi.stop();
    await hub.boot({ PREVIEW_URL: FRONTEND });
    await until(async () =>
      (await shownTo(key, id)).every((shown) => shown?.question === 'By SQL?'),
    );
  });
});
