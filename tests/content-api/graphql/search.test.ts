import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { TestContentApi } from '../../support/content-api';
import { paragraphs } from '../../support/contents';
import { TestLog } from '../../support/publications';
import { sampleLog } from '../../support/sample-log';

interface Answer {
  readonly search: {
    readonly totalCount: number;
    readonly nodes: readonly { id: string; __typename: string; locale: string | null }[];
    readonly edges: readonly {
      cursor: string;
      node: { id: string };
      highlights: readonly { field: string; html: string }[];
    }[];
    readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  };
}

const SEARCH = `query ($query: String!, $types: [ContentType!], $first: Int, $after: String, $locale: String) {
  search(query: $query, types: $types, first: $first, after: $after, locale: $locale) {
    totalCount nodes { id __typename locale }
    edges { cursor node { id safety { title } } highlights { field html } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

describe('search', () => {
  let api: TestContentApi;
  let log: TestLog;
  beforeAll(async () => {
    log = await sampleLog();
    api = await TestContentApi.start(log);
  });
  afterAll(() => api.close());

  const search = async (query: string, more: object = {}) =>
    (await api.data<Answer>(SEARCH, { query, ...more })).search;
  const codeOf = async (query: string, variables: object = {}) => {
    const answer = await api.ask(query, variables);
    return (answer.body as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions
      .code;
  };

  it.each([
    ['what is looked for', 'grief', 'en', /<mark>Grief<\/mark>/],
    ['another form of the word', 'treating', 'en', /<mark>treat(s|ed|ment|ments)?<\/mark>/i],
    ['how a word begins', 'depr', 'en', /<mark>depression<\/mark>/i],
    ['a word with a letter too many', 'therrapist', 'en', /<mark>therapists?<\/mark>/i],
    ['a word with two letters swapped', 'anxeity', 'en', /<mark>anxiety<\/mark>/i],
    ['what else it is called', 'bereavement', 'en', /<mark>Grief<\/mark>/],
    ['an abbreviation', 'KAP', 'en', /<mark>ketamine<\/mark>/i],
    ['a Spanish word', 'depresión', 'es', /<mark>depresión<\/mark>/i],
    ['a Spanish word without its accent', 'depresion', 'es', /<mark>depresión<\/mark>/i],
    ['a Spanish word in capitals', 'ANSIEDAD', 'es', /<mark>ansiedad<\/mark>/i],
    ['a Spanish plural', 'sesiones', 'es', /<mark>sesi[oó]n(es)?<\/mark>/i],
    ['a Spanish word with a mistake', 'ketamnia', 'es', /<mark>ketamina<\/mark>/i],
    ['what it is called in the other language', 'depression', 'es', /<mark>depresión<\/mark>/i],
  ])('finds %s', async (_what, query, locale, expected) => {
    const { edges } = await search(query, { locale });
    const marked = edges[0]?.highlights.map(({ html }) => html).join('\n') ?? '';
    expect(marked).toMatch(expected);
  });

  it('puts what is in a title before what is in a text', async () => {
    const { edges } = await search('depression', { first: 100 });
    const inTitle = edges.map(({ highlights }) => highlights[0]?.field === 'TITLE');
    expect(inTitle[0]).toBe(true);
    expect(edges.length).toBeGreaterThan(inTitle.filter(Boolean).length);
  });

  it('answers in the language asked for', async () => {
    const { nodes } = await search('ketamina', { locale: 'es' });
    expect(nodes.length).toBeGreaterThan(3);
    expect(new Set(nodes.map(({ locale }) => locale))).toEqual(new Set(['es']));
  });

  it('takes no medicine for another that is spelled much like it', async () => {
    const own = new TestLog();
    own.publish('faq', 'one', { content: { question: 'Do you offer ketamine?' } });
    const small = await TestContentApi.start(own);
    const query = '{ search(query: "esketamine") { totalCount } }';
    expect(await small.data(query)).toEqual({ search: { totalCount: 0 } });
    own.publish('faq', 'two', { content: { question: 'Do you offer Spravato?' } });
    await small.catchUp(own);
    expect(await small.data(query)).toEqual({ search: { totalCount: 1 } });
    await small.close();
  });

  it('keeps to the types asked for', async () => {
    const { nodes } = await search('ketamine', { types: ['FAQ'] });
    expect(new Set(nodes.map(({ __typename }) => __typename))).toEqual(new Set(['Faq']));
    expect((await search('ketamine', { types: [] })).totalCount).toBe(0);
  });

  it('pages without repeating or skipping', async () => {
    const { totalCount, nodes } = await search('ketamine', { first: 100 });
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Answer['search'] = await search('ketamine', { first: 7, after });
      seen.push(...page.nodes.map(({ id }) => id));
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(nodes.map(({ id }) => id));
    expect(seen).toHaveLength(totalCount);
  });

  it('refuses a cursor of another search, and one that nobody was given', async () => {
    const { pageInfo } = await search('ketamine', { first: 1 });
    for (const after of [pageInfo.endCursor, 'x', '🙂', 'W10']) {
      expect(await codeOf(SEARCH, { query: 'grief', after })).toBe('INVALID_CURSOR');
    }
  });

  it('refuses a text beyond its limit, and answers every other', async () => {
    expect(await codeOf(SEARCH, { query: 'a'.repeat(201) })).toBe('BAD_USER_INPUT');
    for (const query of ['', '  ', '(((', '.*+?^${}', '🙂', '\u0000\ud800', '\u0301']) {
      expect((await search(query)).totalCount).toBe(0);
    }
    const strange = ['__proto__', 'constructor toString', 'a b c '.repeat(33), 'the', 'ß ﬁ İ'];
    for (const query of strange) await search(query);
  });

  it('refuses a size that cannot be meant', async () => {
    expect(await codeOf(SEARCH, { query: 'grief', first: 0 })).toBe('BAD_USER_INPUT');
    expect(await codeOf(SEARCH, { query: 'grief', locale: 'xx' })).toBe('UNKNOWN_LOCALE');
  });

  it('escapes what editors wrote, and answers anew once something is published or withdrawn', async () => {
    expect((await search('wombat')).totalCount).toBe(0);
    log.publish('faq', 'wombats', {
      content: {
        question: '<b>Wombats</b> & "you"?',
        answer: paragraphs(
          `${'Nothing. '.repeat(50)}<img src=x onerror='wombat'> ${'x'.repeat(500)}`,
        ),
      },
    });
    await api.catchUp(log);
    const { edges } = await search('wombat');
    expect(edges.map(({ node, highlights }) => [node.id, highlights])).toEqual([
      [
        'wombats',
        [
          {
            field: 'TITLE',
            html: '&lt;b&gt;<mark>Wombats</mark>&lt;/b&gt; &amp; &quot;you&quot;?',
          },
          {
            field: 'BODY',
            html: expect.stringMatching(
              /^… (Nothing\. )+&lt;img src=x onerror=&#39;<mark>wombat<\/mark>&#39;&gt;/,
            ) as unknown,
          },
        ],
      ],
    ]);
    log.withdraw('faq', 'wombats', 'en');
    await api.catchUp(log);
    expect((await search('wombat')).totalCount).toBe(0);
  });

  it('finds the same where many texts were never searched before, one by one or all at once', async () => {
    const many = new TestLog();
    for (let number = 0; number < 600; number += 1) {
      many.publish('faq', `q${number}`, { content: { question: `Quokka ${number}?` } });
    }
    const large = await TestContentApi.start(many);
    const ask = (query: string) =>
      large.data<Answer>('query ($query: String!) { search(query: $query) { totalCount } }', {
        query,
      });
    const asked = ['quokka', 'quokka 59', '599'].map(ask);
    const found = (await Promise.all(asked)).map(({ search }) => search.totalCount);
    await large.close();
    expect(found).toEqual([600, 11, 1]);
  });

  it('searches the past as it was', async () => {
    const { chain_hash } = log.publish('faq', 'pouch', { content: { question: 'Numbats?' } });
    log.publish('faq', 'pouch', { content: { question: 'Quokkas?' } });
    await api.catchUp(log);
    const query = (text: string) => `{ search(query: "${text}") { nodes { id } } }`;
    const asOf = async (text: string) => {
      const answer = await request(api.url)
        .get('/graphql')
        .query({ query: query(text), edition: chain_hash });
      return (answer.body as { data: { search: { nodes: { id: string }[] } } }).data.search.nodes;
    };
    expect(await asOf('numbat')).toEqual([{ id: 'pouch' }]);
    expect(await asOf('quokka')).toEqual([]);
    expect(await api.data(query('numbat'))).toEqual({ search: { nodes: [] } });
    expect(await api.data(query('quokka'))).toEqual({ search: { nodes: [{ id: 'pouch' }] } });
    expect(await asOf('numbat')).toEqual([{ id: 'pouch' }]);
  });

  it('shows clinical text, and quotes it, with its safety notices only', async () => {
    const refused = [
      '{ search(query: "x") { nodes { ... on Faq { answer { text } } } } }',
      '{ search(query: "x") { edges { node { id ... on Service { body { html } } } } } }',
      '{ search(query: "x") { edges { highlights { html } } } }',
      '{ search(query: "x", types: [CLINICIAN]) { edges { h: highlights { html } node { id } } } }',
      '{ search(query: "x") { edges { highlights { html } node { ... on Faq { safety { title } } } } } }',
      '{ search(query: "x") { edges { highlights { html } node { safety @include(if: true) { title } } } } }',
    ];
    for (const query of refused) expect(await codeOf(query)).toBe('SAFETY_NOT_SELECTED');
    const answered = [
      '{ search(query: "x") { nodes { id ... on Faq { question } } } }',
      '{ search(query: "x") { nodes { safety { title } ... on Faq { answer { text } } } } }',
    ];
    for (const query of answered) expect(await codeOf(query)).toBeUndefined();
  });

  it('costs what its page can hold, and a hundred points besides', async () => {
    const { headers } = await api.ask('{ search(query: "grief", first: 7) { nodes { id } } }');
    expect(headers['query-cost']).toBe('108');
  });
});
