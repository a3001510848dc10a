import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';

interface Connection {
  readonly edges: readonly { cursor: string; node: { id: string } }[];
  readonly nodes: readonly { id: string }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  readonly totalCount: number;
}

const CONNECTION = `totalCount edges { cursor node { id } } nodes { id }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

/** Every connection there is: where it is, and what it leads to in the clinic's order. */
const connections = [
  ['', 'services', ['kap', 'talk']],
  ['', 'therapyPhases', ['preparation', 'session', 'integration']],
  ['', 'clinicians', ['ana', 'ben']],
  ['', 'faqs', ['basics', 'safety', 'cost']],
  ['', 'conditions', ['depression']],
  ['', 'locations', ['denver']],
  ['service(id: "kap")', 'clinicians', ['ana', 'ben']],
  ['service(id: "kap")', 'faqs', ['basics', 'safety', 'cost']],
  ['therapyPhase(id: "integration")', 'services', ['kap', 'talk']],
  ['therapyPhase(id: "session")', 'clinicians', ['ana']],
  ['therapyPhase(id: "session")', 'faqs', ['safety']],
  ['condition(id: "depression")', 'services', ['kap']],
  ['location(id: "denver")', 'services', ['kap']],
  ['location(id: "denver")', 'clinicians', ['ana']],
] as const;

describe('a list', () => {
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(clinic());
  });
  afterAll(() => api.close());

  /** Asks for a connection, at the root or below a document. */
  async function connection(parent: string, field: string, args = ''): Promise<Connection> {
    const asked = `${field}${args} { ${CONNECTION} }`;
    const data = await api.data<Record<string, Connection & Record<string, Connection>>>(
      parent ? `{ parent: ${parent} { ${asked} } }` : `{ ${asked} }`,
    );
    return (parent ? data.parent?.[field] : data[field])!;
  }

  const ids = ({ nodes }: Connection) => nodes.map(({ id }) => id);

  it.each(connections)('%s { %s } is a connection', async (parent, field, expected) => {
    const whole = await connection(parent, field);
    expect(ids(whole)).toEqual(expected);
    expect(whole.edges.map(({ node }) => node.id)).toEqual(expected);
    expect(whole.totalCount).toBe(expected.length);
    expect(whole.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: whole.edges[0]?.cursor,
      endCursor: whole.edges.at(-1)?.cursor,
    });
  });

  it.each(connections)('%s { %s } is paged both ways', async (parent, field, expected) => {
    const walked: string[] = [];
    let page = await connection(parent, field, '(first: 1)');
    walked.push(...ids(page));
    while (page.pageInfo.hasNextPage) {
      page = await connection(parent, field, `(first: 1, after: "${page.pageInfo.endCursor}")`);
      expect(page.totalCount).toBe(expected.length);
      walked.push(...ids(page));
    }
    expect(walked).toEqual(expected);

    const last = await connection(parent, field, '(last: 1)');
    expect(ids(last)).toEqual(expected.slice(-1));
    const before = await connection(parent, field, `(last: 1, before: "${last.edges[0]?.cursor}")`);
    expect(ids(before)).toEqual(expected.slice(-2, -1));
  });

  it('is narrowed and ordered at the root', async () => {
    const narrowed = `(orderBy: POSITION_DESC, filter: {
      or: [{ topic: { eq: SAFETY } }, { question: { contains: "COST" } }], not: { id: { eq: "x" } }
    })`;
    expect(ids(await connection('', 'faqs', narrowed))).toEqual(['cost', 'safety']);
  });

  it('is narrowed and ordered below a document', async () => {
    const narrowed = '(orderBy: TOPIC_DESC, filter: { topic: { in: [SAFETY, BASICS] } })';
    expect(ids(await connection('service(id: "kap")', 'faqs', narrowed))).toEqual([
      'safety',
      'basics',
    ]);
  });

  it.each([
    ['services', '{ condition: { slug: { eq: "depression" } } }', ['kap']],
    ['services', '{ route: { eq: NASAL_SPRAY }, delivery: { in: [IN_PERSON] } }', ['kap']],
    ['services', '{ tag: { eq: "Ketamine" }, region: { eq: "US-CO" } }', ['kap']],
    ['services', '{ clinician: { id: { eq: "ben" } } }', ['kap']],
    ['services', '{ text: { contains: "talk works" } }', ['talk']],
    ['therapyPhases', '{ kind: { eq: INTEGRATION } }', ['integration']],
    ['therapyPhases', '{ service: { slug: { eq: "talk-therapy" } } }', ['integration']],
    ['clinicians', '{ language: { eq: "es" }, accepting: { eq: EXISTING_AND_FAMILY } }', ['ana']],
    ['clinicians', '{ state: { eq: "CO" }, practiceBasis: { eq: LICENCE } }', ['ana']],
    ['faqs', '{ phase: { slug: { eq: "session" } }, audience: { eq: PATIENT } }', ['safety']],
    ['faqs', '{ safetyNotice: { id: { eq: "driving" } } }', ['safety']],
    [
      'conditions',
      '{ name: { contains: "press" }, reference: { id: { eq: "trial" } } }',
      ['depression'],
    ],
    ['locations', '{ wheelchairAccessible: { eq: true }, city: { contains: "den" } }', ['denver']],
    ['locations', '{ slug: { in: [] } }', []],
  ])('%s can be narrowed by %s', async (field, filter, expected) => {
    expect(ids(await connection('', field, `(filter: ${filter})`))).toEqual(expected);
  });

  it('takes its arguments from variables, null being the same as absent', async () => {
    const { faqs } = await api.data<{ faqs: Connection }>(
      `query ($first: Int, $filter: FaqFilter, $orderBy: FaqOrder) {
        faqs(first: $first, filter: $filter, orderBy: $orderBy, last: null) { ${CONNECTION} }
      }`,
      { first: 1, filter: { topic: { in: ['COST', 'SAFETY'] } }, orderBy: 'QUESTION_ASC' },
    );
    expect(ids(faqs)).toEqual(['cost']);
    expect(faqs.totalCount).toBe(2);
  });
});
