import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import request from 'supertest';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';
import { atPace } from '../../support/pace';

const COST_LIMIT = 500;
const ORDINARY = '{ practice { name } }';

let api: TestContentApi;
/** With the limit that everybody has. */
let tools: TestContentApi;

beforeAll(async () => {
  tools = await TestContentApi.start(clinic());
  api = await TestContentApi.start(clinic(), { queryCostLimit: COST_LIMIT });
});

afterAll(async () => {
  await api.close();
  await tools.close();
});

async function refused(query: string, code: string, variables: object = {}) {
  const answer = await api.ask(query, variables);
  expect({ status: answer.status, body: answer.body as unknown }).toEqual({
    status: 400,
    body: { errors: [{ message: expect.any(String), extensions: { code } }] },
  });
  // Whoever knows no better media type finds the refusal in the body, as for other questions.
  const legacy = await request(api.url).post('/graphql').send({ query, variables }).expect(200);
  expect(legacy.body).toEqual(answer.body);
  await api.ask(ORDINARY).expect(200);
  return answer;
}

const answered = async (query: string, variables: object = {}) => {
  const answer = await api.ask(query, variables);
  expect({ status: answer.status, body: answer.text }).toMatchObject({ status: 200 });
  return answer;
};
describe('an operation beyond a limit by one', () => {
  it('is too deep, with sixteen fields in one another', async () => {
    const deep = (fields: number): string =>
      fields === 1 ? 'id' : `safety { ${deep(fields - 1)} }`;
    const query = (depth: number) => `{ services(first: 1) { nodes { ${deep(depth - 2)} } } }`;
    const generous = await TestContentApi.start(clinic(), { queryCostLimit: 10 ** 12 });
    try {
      await generous.ask(query(15)).expect(200);
    } finally {
      await generous.close();
    }
    const { text } = await refused(query(16), 'QUERY_TOO_DEEP');
    expect(text).toContain('16 fields deep; 15 are the most');
  });

  it('has too many aliases, with fifty-one', async () => {
    const query = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: edition { id }`).join(' ')} }`;
    await answered(query(50));
    await refused(query(51), 'QUERY_TOO_MANY_ALIASES');
  });

  it('is too long, with a thousand and one words and signs', async () => {
    // Ten lists narrowed to so many ids: twenty words and signs each, besides the ids.
    const list = (ids: number, index: number) =>
      `a${index}: faqs(filter: { id: { in: [${'"x" '.repeat(ids)}] } }) { totalCount }`;
    const query = (tokens: number) => {
      const ids = tokens - 2 - 10 * 20;
      const lists = Array.from({ length: 10 }, (_, index) =>
        list(Math.floor(ids / 10) + (index < ids % 10 ? 1 : 0), index),
      );
      return `{ ${lists.join(' ')} }`;
    };
    await answered(query(1_000));
    await refused(query(1_001), 'QUERY_TOO_LONG');
  });

  it('is too long, with sixteen thousand and one characters, whatever they are', async () => {
    const query = (characters: number) => `{ edition {${'\n'.repeat(characters - 17)}id } }`;
    await answered(query(16_000));
    await refused(query(16_001), 'QUERY_TOO_LONG');
  });

  it('costs too much, and is told what it would have cost', async () => {
    // One for the connection, and one for each FAQ and for each of five references.
    const query = 'query Q($first: Int) { faqs(first: $first) { nodes { references { id } } } }';
    const { headers } = await answered(query, { first: 83 });
    expect(headers).toMatchObject({ 'query-cost': '499', 'query-cost-limit': '500' });
    const much = await refused(query, 'QUERY_TOO_COSTLY', { first: 84 });
    expect(much.headers).toMatchObject({ 'query-cost': '505', 'query-cost-limit': '500' });
  });
});

describe('what an operation costs', () => {
  const reckoned: readonly (readonly [query: string, cost: number, variables?: object])[] = [
    ['{ practice { name } }', 1],
    ['{ faqs { totalCount } }', 1],
    ['{ faqs { nodes { id } } }', 21],
    ['{ faqs(last: 3) { edges { cursor node { id } } pageInfo { hasNextPage } } }', 8],
    ['query Q($n: Int = 7) { faqs(first: $n) { nodes { id } } }', 8],
    ['{ services(first: 2) { nodes { faqs(first: 3) { nodes { id } } } } }', 11],
    ['{ service(slug: "kap") { phases { title } } }', 6],
    ['{ nodes(ids: ["a", "b"]) { id } }', 2],
    ['{ node(id: "kap") { ... on Service { phases { title } } ... on Faq { question } } }', 6],
    ['{ __typename edition { __typename } }', 1],
    // The second name for what is there anyhow, and the third.
    ['{ practice { name again: name more: name __typename type: __typename } }', 31],
    ['{ practice { name again: contacts { label } } }', 6],
    // The larger of two sizes, whichever it will be.
    ['query Q($n: Int) { faqs(first: $n, last: 30) { nodes { id } } }', 31],
    // What is null is not the default.
    ['query Q($n: Int = 1) { faqs(first: $n) { nodes { id } } }', 21, { n: null }],
    ['query Q($ids: [ID!] = ["a", "b", "c"]) { nodes(ids: $ids) { id } }', 3],
  ];
  it.each(reckoned.map(([query, cost, variables = {}]) => [query, cost, variables] as const))(
    'is reckoned from what it can hold: %s',
    async (query, cost, variables) => {
      const { headers } = await answered(query, variables);
      expect(headers['query-cost']).toBe(String(cost));
    },
  );

  it('is told again when the answer is remembered', async () => {
    for (const status of ['fwd=miss', 'hit']) {
      const { headers } = await answered('{ faqs(first: 9) { nodes { id } } }');
      expect(headers).toMatchObject({
        'query-cost': '10',
        'cache-status': `content-api; ${status}`,
      });
    }
  });

  it('is bounded in the time that it takes to reckon, whatever fragments hold', async () => {
    const layers = Array.from({ length: 10 }, (_, layer) => {
      const next =
        layer === 9 ? 'id' : `safety { ...f${layer + 1} } references { ...f${layer + 1} }`;
      return `fragment f${layer} on ContentDocument { ${next} }`;
    });
    const query = `{ services { nodes { safety { ...f0 } } } } ${layers.join(' ')}`;
    const startedAt = performance.now();
    await refused(query, 'QUERY_TOO_COSTLY');
    expect(performance.now() - startedAt).toBeLessThan(atPace(5_000));
  });

  it('is of introspection what it holds, however often it is asked for', async () => {
    const objectsIn = (value: unknown): number =>
      typeof value !== 'object' || value === null
        ? 0
        : Object.values(value).reduce<number>(
            (count, part) => count + objectsIn(part),
            Array.isArray(value) ? 0 : 1,
          );
    const { text, headers } = await tools.ask(getIntrospectionQuery()).expect(200);
    // Less the object that holds the answer.
    const { data } = JSON.parse(text) as { data: object };
    expect(Number(headers['query-cost'])).toBe(objectsIn(data) - 1);

    const { headers: ofOne } = await tools.ask('{ __type(name: "Faq") { fields { name } } }');
    expect(Number(ofOne['query-cost'])).toBeGreaterThan(10);
    const whole = (name: number) =>
      `a${name}: __schema { types { name fields { name type { name } } } }`;
    const often = `{ ${Array.from({ length: 49 }, (_, name) => whole(name)).join(' ')} }`;
    const refusal = await tools.ask(often).expect(400);
    expect(refusal.text).toContain('QUERY_TOO_COSTLY');
  });
});

describe('clinical text without its safety notices', () => {
  it.each([
    ['service', '{ service(slug: "kap") { body { html } } }'],
    ['services.nodes', '{ services { nodes { name body { text } } safety: totalCount } }'],
    ['s.phases', '{ s: service(slug: "kap") { safety { title } phases { body { html } } } }'],
    ['faqs.edges.node', '{ faqs { edges { node { answer { markdown } } } } }'],
    [
      'node',
      '{ node(id: "kap") { ... on Service { body { html } } ... on Faq { safety { id } } } }',
    ],
    ['service', '{ service(slug: "kap") { ...text } } fragment text on Service { body { html } }'],
    [
      'service',
      'query Q($no: Boolean = false) { service(slug: "kap") { body { html } safety @include(if: $no) { id } } }',
    ],
    [
      'service',
      'query Q($no: Boolean = false) { service(slug: "kap") { body { html } ... @include(if: $no) { safety { id } } } }',
    ],
    ['therapyPhase', '{ therapyPhase(slug: "integration") { aftercare { html } } }'],
    ['conditions.nodes', '{ conditions { nodes { body { html } } } }'],
    // The same field twice, and only the one of them with the notices may be left out.
    [
      'services.nodes',
      '{ services { nodes { body { text } } } services @include(if: false) { nodes { safety { id } } } }',
    ],
    [
      'faqs.nodes',
      'query Q($x: Boolean = false) { faqs { nodes { answer { html } } nodes @include(if: $x) { safety { id } } } }',
    ],
    [
      'service',
      'query Q($x: Boolean = false, $y: Boolean = true) { service(slug: "kap") { ... @include(if: $y) { body { html } } ... @include(if: $x) { safety { id } } } }',
    ],
    [
      'search.edges',
      `{ search(query: "ketamine") { edges { highlights { html } } edges @skip(if: true) { node { safety { id } } } } }`,
    ],
  ])('is refused at %s: %s', async (path, query) => {
    const { text } = await refused(query, 'SAFETY_NOT_SELECTED');
    expect(text).toContain(`Selection \\"${path}\\"`);
  });

  it.each([
    '{ service(slug: "kap") { body { html } safety { title } } }',
    '{ service(slug: "kap") { body { html } ...safe } } fragment safe on ContentDocument { safety { id } }',
    '{ node(id: "kap") { ... on ContentDocument { safety { id } } ... on Service { body { html } } } }',
    '{ clinicians { nodes { biography { html } } } }',
    'query Q($x: Boolean = true) { service(slug: "kap") { name ... @include(if: $x) { body { html } safety { id } } } }',
    'query Q($x: Boolean = true) { service(slug: "kap") { name } service(slug: "kap") @include(if: $x) { body { html } safety { id } } }',
    '{ service(slug: "kap") { name safety { text { html } } } }',
    '{ practice { funding { html } } }',
  ])('is answered beside them: %s', async (query) => {
    await answered(query);
  });
});

describe('a stream of answers', () => {
  it('is refused by the same limits', async () => {
    const subscribe = (selection: string) =>
      request(api.url)
        .get('/graphql/stream')
        .set('Accept', 'text/event-stream')
        .query({ query: `subscription { changed { document { ${selection} } } }` });
    const withoutSafety = await subscribe('... on Service { body { html } }').expect(400);
    expect(withoutSafety.text).toContain('SAFETY_NOT_SELECTED');
    const costly = await subscribe(
      '... on Service { faqs(first: 100) { nodes { services { name } safety { title } } } }',
    ).expect(400);
    expect(costly.text).toContain('QUERY_TOO_COSTLY');
  });

  it('has a field, whatever the variables are, and takes no place where it is refused', async () => {
    for (const query of [
      'subscription { changed @skip(if: true) { cursor } }',
      'subscription ($x: Boolean = true) { changed @include(if: $x) { cursor } }',
    ]) {
      for (let time = 0; time < 3; time += 1) {
        const answer = await request(api.url)
          .get('/graphql/stream')
          .set('Accept', 'text/event-stream')
          .query({ query })
          .expect(400);
        expect(answer.text).toContain('BAD_REQUEST');
      }
      // Nor anywhere else is it a defect.
      await api.ask(query).expect(400);
    }
    expect(api.logged).toEqual([]);
    const { text } = await request(api.url).get('/metrics').expect(200);
    expect(text).toContain('\ncontent_api_streams 0\n');
  });
});
