import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cacheExchange, Client, fetchExchange, gql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';
import { RecordedFetch } from '../../support/recorded-fetch';

interface Page {
  readonly faqs: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const FAQS = gql<Page, { first: number; after?: string | null }>`
  query Faqs($first: Int!, $after: String) {
    faqs(first: $first, after: $after, orderBy: POSITION_ASC) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
const NODE = gql<{ node: { readonly name?: string } | null }, { id: string }>`
  query Node($id: ID!) {
    node(id: $id) {
      id
      ... on Service {
        name
      }
    }
  }
`;
const UNSAFE = gql`
  query Unsafe {
    service(slug: "kap") {
      body {
        html
      }
    }
  }
`;

describe('urql', () => {
  let api: TestContentApi;
  const recorded = new RecordedFetch();
  let client: Client;

  beforeAll(async () => {
    api = await TestContentApi.start(clinic());
    client = new Client({
      url: `${api.url}/graphql`,
      exchanges: [
        cacheExchange,
        persistedExchange({ preferGetForPersistedQueries: true }),
        fetchExchange,
      ],
      fetch: recorded.fetch,
      preferGetMethod: true,
    });
  });
  afterAll(() => api.close());

  it('pages through a connection, by hash over GET but for the first time', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, error } = await client.query(FAQS, { first: 1, after }).toPromise();
      expect(error).toBeUndefined();
      seen.push(...(data?.faqs.edges.map(({ node }) => node.id) ?? []));
      after = data?.faqs.pageInfo.hasNextPage ? data.faqs.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['basics', 'safety', 'cost']);
    expect(recorded.take()).toMatchObject([
      { method: 'GET', isTextSent: false },
      { isTextSent: true, status: 200 },
      { method: 'GET', isTextSent: false, status: 200 },
      { method: 'GET', isTextSent: false, status: 200 },
    ]);
  });

  it('looks a document up by its id', async () => {
    const { data } = await client.query(NODE, { id: 'kap' }).toPromise();
    expect(data?.node?.name).toBe('Ketamine-assisted psychotherapy');
  });

  it('is told the code of a refusal', async () => {
    const { error } = await client.query(UNSAFE, {}).toPromise();
    expect(error?.graphQLErrors[0]?.extensions.code).toBe('SAFETY_NOT_SELECTED');
  });
});
