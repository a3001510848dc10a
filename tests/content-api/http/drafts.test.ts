import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { contentOf } from '../../support/contents';
import { TestKeys } from '../../support/keys';
import { TestDrafts } from '../../support/saved-drafts';
import { until } from '../../support/until';

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

  describe('seen with a token for a preview', () => {
    const NODES = `{ faqs(first: 100) { nodes { id } } }`;
    const token = keys.makePreviewToken('token', {
      type: 'faq',
      documentId: 'faq-previewed',
      locale: 'en',
    });

    beforeAll(async () => {
      for (const documentId of ['faq-previewed', 'faq-other']) {
        for (const locale of ['en', 'es']) {
          drafts.save(
            { type: 'faq', documentId, locale },
            contentOf('faq', documentId, {
              question: `${documentId} in ${locale}?`,
              services: ['kap', 'service-new'],
            }),
          );
        }
      }
      drafts.save(
        { type: 'service', documentId: 'service-new', locale: 'en' },
        contentOf('service', 'service-new', { name: 'A new service' }),
      );
      drafts.save(
        { type: 'service', documentId: 'kap', locale: 'en' },
        contentOf('service', 'kap', { name: 'KAP as nobody has published it' }),
      );
      // A process believes a token once it has seen it confirmed.
      await until(async () => (await ask(NODES, token)).status === 200);
    });

    it('are one document’s, by its id, by slug, in lists, in search and through relations', async () => {
      const query = `{
        faq(id: "faq-previewed") { question status }
        bySlug: faq(slug: "faq-previewed") { question }
        search(query: "previewed") { nodes { id } }
        service(id: "kap") { faqs(first: 100) { nodes { id } } }
      }`;
      const { data } = (await ask(query, token)).body as { data: Record<string, unknown> };
      expect(data).toMatchObject({
        faq: { question: 'faq-previewed in en?', status: 'DRAFT' },
        bySlug: { question: 'faq-previewed in en?' },
      });
      expect(JSON.stringify(data.search)).toContain('faq-previewed');
      expect(JSON.stringify(data.service)).toContain('faq-previewed');
      const open = (await faqs(null)).nodes.map(({ id }) => id);
      const { body } = (await ask(NODES, token)) as { body: { data: Faqs } };
      const { nodes } = body.data.faqs;
      expect(nodes.map(({ id }) => id).sort()).toEqual([...open, 'faq-previewed'].sort());
    });

    it('are in one language: in another there is no other draft of it', async () => {
      const query = `{ faq(id: "faq-previewed", locale: "es") { question isFallback } }`;
      const shown = (await ask(query, token)).body as { data: { faq: object } };
      // As a reader of Spanish would see it were it published like this.
      expect(shown.data.faq).toEqual({ question: 'faq-previewed in en?', isFallback: true });
      expect((await ask(query, preview)).text).toContain('faq-previewed in es?');
    });

    it('link to what the public sees, as the public sees it', async () => {
      const query = `{ faq(id: "faq-previewed") { services { id name } } }`;
      const seen = (await ask(query, token)).text;
      expect(seen).toContain('"kap"');
      expect(seen).not.toContain('nobody has published');
      expect(seen).not.toContain('service-new');
      expect((await ask(query, preview)).text).toContain('service-new');
    });

    it('are none of another document', async () => {
      const query = `{
        faq(id: "faq-other") { id }
        service(id: "service-new") { id }
        kap: service(id: "kap") { name status }
        search(query: "other") { nodes { id } }
      }`;
      const asPublic = (await ask(query, null)).text;
      expect((await ask(query, token)).text).toBe(asPublic);
    });

    it('are gone once the draft is published, discarded or deleted', async () => {
      drafts.settle({ type: 'faq', documentId: 'faq-previewed', locale: 'en' });
      expect((await ask(NODES, token)).text).toBe((await ask(NODES, null)).text);
    });

    it('are for nobody to keep, and are refused with what is no token of ours', async () => {
      expect((await ask(NODES, token)).headers['cache-control']).toBe('no-store');
      for (const bad of ['kap_preview_zzzzzz_', `${token}0`, `${token.slice(0, -1)}1`]) {
        expect([bad, (await ask(NODES, bad)).status]).toEqual([bad, 401]);
      }
    });
  });
});
