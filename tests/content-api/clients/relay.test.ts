import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getSingularSelector,
  Network,
  RecordSource,
  Store,
  type ConcreteRequest,
  type GraphQLResponse,
  type OperationType,
  type ReaderFragment,
  type RequestParameters,
  type Variables,
} from 'relay-runtime';
import { clinic } from '../../support/clinic';
import { runProgram } from '../../support/command';
import { TestContentApi } from '../../support/content-api';
import { RecordedFetch } from '../../support/recorded-fetch';

const PROJECT = path.resolve(__dirname, '../../..');
/** A page of a service, in the way that Relay's users write one: fragments, a connection, a refetch by node. */
const COMPONENTS = `
import { graphql } from 'relay-runtime';

export const page = graphql\`
  query pageQuery($slug: String!, $locale: String) {
    service(slug: $slug, locale: $locale) {
      id
      name
      ...page_service
      ...page_faqs
    }
  }
\`;

export const service = graphql\`
  fragment page_service on Service @refetchable(queryName: "pageServiceRefetchQuery") {
    locale
    body { html }
    safety { id title severity }
    phases { id title }
    ...page_terms
  }
\`;

export const terms = graphql\`
  fragment page_terms on ContentDocument {
    __typename
    contentHash
    publishedAt
    attribution { text url }
  }
\`;

export const faqs = graphql\`
  fragment page_faqs on Service
  @argumentDefinitions(
    count: { type: "Int", defaultValue: 2 }
    cursor: { type: "String" }
  )
  @refetchable(queryName: "pageFaqsPaginationQuery") {
    faqs(first: $count, after: $cursor, orderBy: POSITION_ASC) @connection(key: "page_faqs") {
      totalCount
      edges { node { id question answer { html } safety { id title } } }
    }
  }
\`;

export const team = graphql\`
  query pageTeamQuery($count: Int = 1, $cursor: String) {
    clinicians(first: $count, after: $cursor) @connection(key: "pageTeam_clinicians") {
      edges { node { id name services { id name } } }
    }
  }
\`;
`;

const PAGE = { slug: 'ketamine-assisted-psychotherapy' };

interface Questions {
  readonly faqs: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}
interface PersistedParameters {
  readonly id: string;
}

/** The schema as Relay's compiler takes it: its `node` has an id and nothing else. The README's command does the same. */
function forRelay(sdl: string): string {
  return sdl.replace(/(\n {2}node\()[^)]*(\): Node\n)/, '$1id: ID!$2');
}

describe('Relay', () => {
  let folder: string;
  let api: TestContentApi;
  let environment: Environment;
  let texts: Record<string, string>;
  const recorded = new RecordedFetch();

  const artifact = (name: string): ConcreteRequest =>
    createRequire(__filename)(
      path.join(folder, 'src/__generated__', `${name}.graphql.js`),
    ) as ConcreteRequest;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kap-relay-'));
    await mkdir(path.join(folder, 'src/__generated__'), { recursive: true });
    await writeFile(path.join(folder, 'src/page.js'), COMPONENTS);
    const sdl = await readFile(
      path.join(PROJECT, 'src/content-api/graphql/schema.graphql'),
      'utf8',
    );
    await writeFile(path.join(folder, 'schema.graphql'), forRelay(sdl));
    const configuration = {
      src: './src',
      schema: './schema.graphql',
      language: 'javascript',
      artifactDirectory: './src/__generated__',
      eagerEsModules: false,
      persistConfig: { file: './operations.json', algorithm: 'SHA256' },
    };
    await writeFile(path.join(folder, 'relay.config.json'), JSON.stringify(configuration));
    await writeFile(path.join(folder, 'operations.json'), '{}');
    const compiler = path.join(PROJECT, 'node_modules/relay-compiler/cli.js');
    const compiled = await runProgram(folder, process.execPath, compiler, '--noWatchman');
    if (compiled.exitCode !== 0) throw new Error(compiled.output + compiled.errors);
    texts = JSON.parse(
      await readFile(path.join(folder, 'operations.json'), 'utf8'),
    ) as typeof texts;

    api = await TestContentApi.start(clinic());
    environment = new Environment({
      network: Network.create((request, variables) => ask(request, variables)),
      store: new Store(new RecordSource()),
    });
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });

  /** As Relay's documentation has it: by hash over GET, and with the text where the server does not know it. */
  async function ask(request: RequestParameters, variables: Variables): Promise<GraphQLResponse> {
    const { id: sha256Hash } = request as unknown as PersistedParameters;
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const headers = { Accept: 'application/graphql-response+json' };
    const url = new URL(`${api.url}/graphql`);
    url.searchParams.set('variables', JSON.stringify(variables));
    url.searchParams.set('extensions', JSON.stringify(extensions));
    const answer = (await (await recorded.fetch(url, { headers })).json()) as GraphQLResponse;
    if (!('errors' in answer)) return answer;
    const body = JSON.stringify({ query: texts[sha256Hash], variables, extensions });
    const init = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } };
    const full = await recorded.fetch(`${api.url}/graphql`, { ...init, body });
    return (await full.json()) as GraphQLResponse;
  }

  const fetched = (name: string, variables: Variables) =>
    fetchQuery<OperationType>(environment, artifact(name), variables).toPromise();
  /** What a component with this fragment would be given, from the store. */
  const shown = (fragment: string, operation: string, variables: Variables) => {
    const { fragment: selector } = createOperationDescriptor(artifact(operation), variables);
    const { service } = environment.lookup(selector).data as { service: unknown };
    const own = getSingularSelector(artifact(fragment) as unknown as ReaderFragment, service);
    return own && environment.lookup(own).data;
  };

  it('compiles its fragments, connections and refetches against the schema', () => {
    const operations = Object.values(texts);
    expect(operations).toHaveLength(4);
    expect(operations.filter((text) => text.includes('node(id: $id)'))).toHaveLength(2);
  });

  it('reads a page, and fetches the rest of a connection by node into the same list', async () => {
    await fetched('pageQuery', PAGE);
    const questions = () => shown('page_faqs', 'pageQuery', PAGE) as unknown as Questions;
    expect(questions().faqs).toMatchObject({
      totalCount: 3,
      edges: [{}, {}],
      pageInfo: { hasNextPage: true },
    });
    const { endCursor: cursor } = questions().faqs.pageInfo;
    await fetched('pageFaqsPaginationQuery', { id: 'kap', count: 2, cursor });
    expect(questions().faqs.edges.map(({ node }) => node.id)).toEqual(['basics', 'safety', 'cost']);
    expect(questions().faqs.pageInfo.hasNextPage).toBe(false);
  });

  it('fetches a part of a page again by node', async () => {
    await fetched('pageQuery', PAGE);
    await fetched('pageServiceRefetchQuery', { id: 'kap' });
    expect(shown('page_service', 'pageQuery', PAGE)).toMatchObject({
      locale: 'en',
      phases: [{ id: 'preparation' }, { id: 'session' }, { id: 'integration' }],
      safety: [{ severity: 'EMERGENCY' }, {}, {}],
    });
  });

  it('sends each operation once, then asks by the hash that its compiler wrote, over GET', async () => {
    await fetched('pageTeamQuery', {});
    recorded.take();
    await fetched('pageTeamQuery', { count: 2 });
    await fetched('pageQuery', PAGE);
    expect(recorded.take()).toMatchObject([
      { method: 'GET', isTextSent: false, status: 200 },
      { method: 'GET', isTextSent: false, status: 200, cacheStatus: 'content-api; hit' },
    ]);
  });
});
