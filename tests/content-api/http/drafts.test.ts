import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { previewToken } from '../../../src/keys/preview-token';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { contentOf } from '../../support/contents';
import { TestKeys } from '../../support/keys';
import { TestDrafts } from '../../support/saved-drafts';

const FAQS = `{ faqs(first: 100) { totalCount nodes { id slug status revision publishedAt firstPublishedAt question } } }`;

interface Faqs {
  readonly faqs: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly status: string;
      readonly question: string;
    }[];
  };
}

describe('drafts', () => {
  const keys = new TestKeys();
  const preview = keys.make('preview', { kind: 'preview' });
  const site = keys.make('site');
  keys.previewSecret = 'a secret of the test';
  const drafts = new TestDrafts();
  const log = clinic();
  let api: TestContentApi;

  beforeAll(async () => {
    api = await TestContentApi.start(log, { keyReader: keys.reader, draftReader: drafts.reader });
  });
  afterAll(() => api.close());

  const ask = (query: string, token: string | null = preview, address = '/graphql') => {
    const asked = request(api.url).post(address).set('Accept', RESPONSE_JSON);
    if (token !== null) void asked.set('Authorization', `Bearer ${token}`);
    return asked.send({ query });
  };
  const faqs = async (token: string | null = preview): Promise<Faqs['faqs']> => {
    const { body } = (await ask(FAQS, token)) as { body: { data: Faqs } };
    return body.data.faqs;
  };

  it('are shown to a preview key, in lists, by slug and through relations, and to nobody else', async () => {
    const before = await faqs(null);
    drafts.save(
      { type: 'faq', documentId: 'faq-new', locale: 'en' },
      contentOf('faq', 'is-it-new', { question: 'Is it new?', services: ['kap'] }),
    );
    const shown = await faqs();
    expect(shown.totalCount).toBe(before.totalCount + 1);
    expect(shown.nodes).toContainEqual({
      id: 'faq-new',
      slug: 'is-it-new',
      status: 'DRAFT',
      revision: null,
      publishedAt: null,
      firstPublishedAt: null,
      question: 'Is it new?',
    });
    for (const token of [null, site]) expect(await faqs(token)).toEqual(before);

    const bySlug = '{ faq(slug: "is-it-new") { id } }';
    expect((await ask(bySlug)).body).toEqual({ data: { faq: { id: 'faq-new' } } });
    expect((await ask(bySlug, site)).body).toEqual({ data: { faq: null } });
    const related = '{ service(id: "kap") { faqs(first: 100) { nodes { id } } } }';
    expect((await ask(related)).text).toContain('faq-new');
    expect((await ask(related, null)).text).not.toContain('faq-new');
    const search = '{ search(query: "new") { nodes { id } } }';
    expect((await ask(search)).text).toContain('faq-new');
    expect((await ask(search, site)).text).not.toContain('faq-new');
  });

  it('stand in place of what is public, as soon as they are saved and until they are published', async () => {
    const [published] = (await faqs(null)).nodes;
    if (!published) throw new Error('The clinic has no FAQ.');
    const subject = { type: 'faq', documentId: published.id, locale: 'en' } as const;
    for (const question of ['Once more?', 'And once more?']) {
      drafts.save(subject, contentOf('faq', 'changed', { question }));
      const shown = (await faqs()).nodes.find(({ id }) => id === published.id);
      expect(shown).toEqual({ ...published, slug: 'changed', status: 'MODIFIED', question });
    }
    expect((await faqs(null)).nodes).toContainEqual(published);

    drafts.settle(subject);
    expect((await faqs()).nodes).toContainEqual(published);
  });

  it('stay on top of what is published while they are there', async () => {
    log.publish('location', 'golden', { content: { name: 'Golden' } });
    await api.catchUp(log);
    const names = '{ locations { nodes { name } } faqs(first: 100) { nodes { id } } }';
    const { text } = await ask(names);
    expect(text).toContain('Golden');
    expect(text).toContain('faq-new');
  });

  it('are for nobody to keep: no cache may, and none is told how', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { headers } = await ask(FAQS);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['cache-tag']).toBeUndefined();
      expect(headers['cache-status']).toBe('content-api; fwd=miss');
    }
  });

  it('have no past: as of an edition, a preview key sees what everybody sees', async () => {
    const edition = log.head;
    const past = await ask(FAQS, preview, `/graphql?edition=${edition}`);
    expect(past.body).toEqual((await ask(FAQS, null)).body);
  });

  it('are refused, not left out, where they cannot be read', async () => {
    drafts.failWith(new Error('the database is down'));
    const refused = await ask(FAQS);
    expect(refused.status).toBe(503);
    expect(refused.body).toHaveProperty('errors.0.extensions.code', 'NOT_READY');
    expect((await ask(FAQS, site)).status).toBe(200);
    drafts.failWith(null);
    expect((await ask(FAQS)).text).toContain('faq-new');
  });

  it('are shown to who holds a token that was signed for it, until the token expires', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const good = previewToken('a secret of the test', now + 60);
    expect((await ask(FAQS, good)).text).toContain('faq-new');
    const other = good[40] === 'A' ? 'B' : 'A';
    for (const bad of [
      previewToken('a secret of the test', now - 1),
      previewToken('another secret', now + 60),
      // A day more, with the signature of an hour.
      good.replace(/kap_preview_[^_]+_/, `kap_preview_${(now + 86_400).toString(36)}_`),
      `${good.slice(0, 40)}${other}${good.slice(41)}`,
      'kap_preview_zzzzzz_',
    ]) {
      const refused = await ask(FAQS, bad);
      expect([bad, refused.status]).toEqual([bad, 401]);
    }
  });
});
