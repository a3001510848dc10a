import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { englishAndSpanish, TestLog } from '../../support/publications';
import request from 'supertest';

interface Revision {
  readonly revision: number;
  readonly contentHash: string;
  readonly publishedAt: string;
  readonly edition: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
}

interface Revisions {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: Revision }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

const QUERY = `query ($locale: String, $first: Int, $after: String, $last: Int, $before: String) {
  faq(id: "works", locale: $locale) {
    revisions(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      edges { cursor node { revision contentHash publishedAt edition endedAt endedBy } }
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
}`;

describe('the revisions of a text', () => {
  const log = new TestLog();
  log.configure(englishAndSpanish);
  const first = log.publish('faq', 'works', { content: { question: 'Does it work?' } });
  log.publish('faq', 'works', { locale: 'es', content: { question: '¿Funciona?' } });
  const second = log.publish('faq', 'works', { content: { question: 'How well does it work?' } });
  const withdrawn = log.withdraw('faq', 'works');
  log.publish('faq', 'other', { content: { question: 'Another one?' } });
  const third = log.publish('faq', 'works', { content: { question: 'Does it work?' } });
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(log);
  });
  afterAll(() => api.close());

  async function revisions(variables: object = {}, address = '/graphql'): Promise<Revisions> {
    const { body } = (await request(api.url)
      .post(address)
      .set('Accept', RESPONSE_JSON)
      .send({ query: QUERY, variables })) as { body: { data: { faq: { revisions: Revisions } } } };
    return body.data.faq.revisions;
  }

  it('are told the newest first, with when each was public, why it ended, and its edition', async () => {
    const { totalCount, edges } = await revisions();
    expect(totalCount).toBe(3);
    expect(edges.map(({ node }) => node)).toEqual([
      {
        revision: 3,
        contentHash: third.content_hash,
        publishedAt: third.time,
        edition: third.chain_hash,
        endedAt: null,
        endedBy: null,
      },
      {
        revision: 2,
        contentHash: second.content_hash,
        publishedAt: second.time,
        edition: second.chain_hash,
        endedAt: withdrawn.time,
        endedBy: 'UNPUBLISHED',
      },
      {
        revision: 1,
        contentHash: third.content_hash,
        publishedAt: first.time,
        edition: first.chain_hash,
        endedAt: second.time,
        endedBy: 'REPLACED',
      },
    ]);
  });

  it('are those of the language that is read', async () => {
    const { edges } = await revisions({ locale: 'es' });
    expect(edges.map(({ node }) => node.revision)).toEqual([1]);
  });

  it('are, as of an edition, those that there were', async () => {
    const { edges } = await revisions({}, `/graphql?edition=${second.chain_hash}`);
    expect(edges.map(({ node }) => [node.revision, node.endedBy])).toEqual([
      [2, null],
      [1, 'REPLACED'],
    ]);
  });

  it('are paged both ways, none left out and none twice', async () => {
    const seen: number[] = [];
    for (let after: string | null = null; ;) {
      const page: Revisions = await revisions({ first: 1, after });
      seen.push(...page.edges.map(({ node }) => node.revision));
      after = page.edges[0]?.cursor ?? null;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual([3, 2, 1]);
    const [newest] = (await revisions({ first: 1 })).edges;
    const [, middle, oldest] = (await revisions()).edges;
    const back = await revisions({ last: 1, before: oldest?.cursor });
    expect(back.edges).toEqual([middle]);
    expect(back.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true });
    expect((await revisions({ first: 5, before: middle?.cursor })).edges).toEqual([newest]);
  });

  it('refuse a cursor of something else', async () => {
    const refused = await api.ask(QUERY, { after: 'nonsense' });
    expect(refused.body).toHaveProperty('errors.0.extensions.code', 'INVALID_CURSOR');
  });

  it('grow with the next one, and not with another text’s', async () => {
    const before = await revisions();
    log.publish('faq', 'other', { content: { question: 'Another one, again?' } });
    await api.catchUp(log);
    expect(await revisions()).toEqual(before);
    log.publish('faq', 'works', { content: { question: 'Once more?' } });
    await api.catchUp(log);
    expect((await revisions()).totalCount).toBe(4);
  });
});
