import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { filter, firstValueFrom } from 'rxjs';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';
import { RecordedFetch } from '../../support/recorded-fetch';

const FAQS = gql`
  query Faqs($first: Int!, $after: String) {
    faqs(first: $first, after: $after, orderBy: POSITION_ASC) {
      edges {
        cursor
        node {
          id
          question
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
const NAME = gql`
  query Name($id: ID!, $locale: String) {
    nodes(ids: [$id], locale: $locale) {
      id
      ... on Service {
        locale
        name
      }
    }
  }
`;

interface Faqs {
  readonly faqs: {
    readonly edges: readonly { readonly node: { readonly question: string } }[];
    readonly pageInfo: { readonly endCursor: string | null };
  };
}
interface Name {
  readonly nodes: readonly ({ readonly id: string; readonly name: string } | null)[];
}

describe('Apollo Client', () => {
  let api: TestContentApi;
  let recorded: RecordedFetch;
  let client: ApolloClient;

  beforeAll(async () => {
    api = await TestContentApi.start(clinic());
  });
  afterAll(() => api.close());

  beforeEach(() => {
    recorded = new RecordedFetch();
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    client = new ApolloClient({
      link: ApolloLink.from([
        new PersistedQueryLink({ sha256, useGETForHashedQueries: true }),
        new HttpLink({ uri: `${api.url}/graphql`, fetch: recorded.fetch }),
      ]),
      cache: new InMemoryCache({
        typePolicies: {
          Query: { fields: { faqs: relayStylePagination(['filter', 'orderBy', 'locale']) } },
          // A document has one id in all of its languages.
          Service: { keyFields: ['id', 'locale'] },
        },
        possibleTypes: { Node: ['Service'], ContentDocument: ['Service'] },
      }),
    });
  });

  it('sends a query once, then asks by its hash over GET', async () => {
    const ask = (locale: string) =>
      client.query<Name>({ query: NAME, variables: { id: 'kap', locale } });
    await ask('en');
    expect(recorded.take()).toMatchObject([
      { method: 'GET', isTextSent: false },
      { isTextSent: true, status: 200 },
    ]);
    await ask('es');
    expect(recorded.take()).toMatchObject([{ method: 'GET', isTextSent: false, status: 200 }]);
  });

  it('pages through a connection into one list', async () => {
    const query = client.watchQuery<Faqs>({ query: FAQS, variables: { first: 2 } });
    const first = await firstValueFrom(query.pipe(filter(({ loading }) => !loading)));
    const { edges, pageInfo } = (first.data as Faqs).faqs;
    expect(edges).toHaveLength(2);
    await query.fetchMore({ variables: { after: pageInfo.endCursor } });
    const whole = (query.getCurrentResult().data as Faqs).faqs;
    expect(whole.edges.map(({ node }) => node.question)).toEqual([
      'What about basics?',
      'What about safety?',
      'What about cost?',
    ]);
  });

  it('keeps a document apart in each language', async () => {
    const ask = (locale: string, fetchPolicy: 'cache-only' | 'network-only') =>
      client.query<Name>({ query: NAME, variables: { id: 'kap', locale }, fetchPolicy });
    await ask('en', 'network-only');
    await ask('es', 'network-only');
    expect((await ask('en', 'cache-only')).data?.nodes[0]?.name).toBe(
      'Ketamine-assisted psychotherapy',
    );
    expect((await ask('es', 'cache-only')).data?.nodes[0]?.name).toBe('Psicoterapia con ketamina');
  });
});
