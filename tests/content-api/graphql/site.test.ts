import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestContentApi } from '../../support/content-api';
import { englishAndSpanish, TestLog } from '../../support/publications';

interface Page<Item> {
  readonly totalCount: number;
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';
const SITEMAP = `query ($locale: String, $first: Int, $after: String) {
  sitemap(locale: $locale, first: $first, after: $after) {
    ${PAGE} nodes { url lastModified alternates { hreflang url } }
  }
}`;
const REDIRECTS = `query ($locale: String) {
  redirects(locale: $locale) { ${PAGE} nodes { type formerSlug slug from to } }
}`;

const site = (path: string) => `https://aspen.example/${path}`;

describe('what a site needs round its texts', () => {
  const log = new TestLog();
  log.configure(englishAndSpanish);
  const pages = [
    { type: 'service', pattern: 'https://aspen.example/{locale}/services/{slug}' },
    { type: 'faq', pattern: 'https://aspen.example/{locale}/faq#{slug}' },
    { type: 'location', pattern: 'https://aspen.example/{locale}/places/{slug}' },
  ] as const;
  log.publish('practice', 'practice', { content: { pages: [...pages] } });
  log.publish('service', 'kap', { content: { slug: 'old-kap' } });
  log.publish('service', 'kap', { content: { slug: 'older-kap' } });
  const kap = log.publish('service', 'kap', { content: { slug: 'kap' } });
  log.publish('service', 'kap', { locale: 'es', content: { slug: 'kap-es' } });
  log.publish('faq', 'cost', { content: { slug: 'old-kap' } });
  log.publish('location', 'denver', { content: { slug: 'denver' } });
  log.publish('clinician', 'ana', { content: { slug: 'ana' } });
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(log);
  });
  afterAll(() => api.close());

  async function sitemap(variables: object = {}) {
    const data = await api.data<{
      sitemap: Page<{ url: string; lastModified: string; alternates: object[] }>;
    }>(SITEMAP, variables);
    return data.sitemap;
  }
  async function redirects(locale = 'en') {
    const data = await api.data<{ redirects: Page<object> }>(REDIRECTS, { locale });
    return data.redirects.nodes;
  }

  it('is a sitemap: every page that there is in a language, with its other languages', async () => {
    const english = await sitemap();
    expect(english.nodes.map(({ url }) => url)).toEqual([
      site('en/faq#old-kap'),
      site('en/places/denver'),
      site('en/services/kap'),
    ]);
    expect(english.nodes[2]).toEqual({
      url: site('en/services/kap'),
      lastModified: kap.time,
      alternates: [
        { hreflang: 'en', url: site('en/services/kap') },
        { hreflang: 'es', url: site('es/services/kap-es') },
        { hreflang: 'x-default', url: site('en/services/kap') },
      ],
    });
    const spanish = await sitemap({ locale: 'es' });
    expect(spanish.nodes.map(({ url }) => url)).toEqual([
      site('es/places/denver'),
      site('es/services/kap-es'),
    ]);
  });

  it('comes a page at a time, none left out and none twice', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Awaited<ReturnType<typeof sitemap>> = await sitemap({ first: 2, after });
      seen.push(...page.nodes.map(({ url }) => url));
      expect(page.totalCount).toBe(3);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(new Set(seen).size).toBe(3);
    const foreign = await api.ask(SITEMAP, { after: 'nonsense' });
    expect(foreign.body).toHaveProperty('errors.0.extensions.code', 'INVALID_CURSOR');
  });

  it('is a list of former addresses, with where each page is now', async () => {
    const slug = { type: 'SERVICE', slug: 'kap', to: site('en/services/kap') };
    expect(await redirects()).toEqual([
      { ...slug, formerSlug: 'old-kap', from: site('en/services/old-kap') },
      { ...slug, formerSlug: 'older-kap', from: site('en/services/older-kap') },
    ]);
    expect(await redirects('es')).toEqual([]);
  });

  it('follows what is published: a slug that another document takes leads nowhere else', async () => {
    log.publish('service', 'talk', { content: { slug: 'old-kap' } });
    await api.catchUp(log);
    expect(await redirects()).toHaveLength(1);
    expect((await sitemap()).totalCount).toBe(4);
    log.withdraw('service', 'kap');
    await api.catchUp(log);
    expect(await redirects()).toEqual([]);
  });

  it('is found by a former slug, and shown under its present one', async () => {
    log.publish('service', 'kap', { content: { slug: 'kap' } });
    await api.catchUp(log);
    const query = '{ service(slug: "older-kap") { slug alternates { hreflang } } }';
    expect(await api.data(query)).toEqual({
      service: {
        slug: 'kap',
        alternates: [{ hreflang: 'en' }, { hreflang: 'es' }, { hreflang: 'x-default' }],
      },
    });
  });
});
