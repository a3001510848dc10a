import { Written, type Asked } from './asked';

const UNSAFE = '{services(first:1){nodes{__typename body{html}}}}';
const SCHEMAS = `{${Array.from({ length: 49 }, (_, index) => `a${index}:__schema{types{name fields{name}}}`).join(' ')}}`;
const json = [['Content-Type', 'application/json']] as const;
const persisted = (persistedQuery: unknown) => ({ persistedQuery });

const post = (members: Record<string, unknown>, more: Partial<Asked> = {}): Partial<Asked> => ({
  method: 'POST',
  headers: json,
  members: Object.entries(members),
  ...more,
});
const get = (parameters: Record<string, string>, more: Partial<Asked> = {}): Partial<Asked> => ({
  method: 'GET',
  parameters: Object.entries(parameters),
  ...more,
});
const query = '{services{nodes{name}}}';

/** Most were once answered past the limits, of another time or as a failure; the rest were feared to be: in words, and the request. */
export const formerHoles: readonly (readonly [string, Partial<Asked>])[] = [
  ['a document id that is none', post({ documentId: 'x', query: UNSAFE })],
  ['an empty document id', post({ documentId: '', query: UNSAFE })],
  ['a number for a document id', post({ documentId: 0, query: UNSAFE })],
  ['an empty document id in the address', get({ documentId: '', query: UNSAFE })],
  ['nought for a hash', post({ extensions: persisted(0), query: UNSAFE })],
  ['false for a hash', post({ extensions: persisted(false), query: UNSAFE })],
  ['nothing for a hash', post({ extensions: persisted(''), query: UNSAFE })],
  ['a byte-order mark', post({ query: UNSAFE }, { encoding: 'utf8 bom' })],
  ['an escaped path', get({ query: UNSAFE }, { path: '/%67raphql' })],
  ['an absolute address', get({ query: UNSAFE }, { path: 'http://127.0.0.1/graphql' })],
  ['the schema, many times', post({ documentId: 'x', query: SCHEMAS })],
  ['a POST with a time', post({ query }, { parameters: [['asOf', '2026-01-05T09:00:20Z']] })],
  ['a POST with no time', post({ query }, { parameters: [['asOf', 'garbage']] })],
  [
    'a POST with a time in a header',
    post({ query }, { headers: [...json, ['Accept-Datetime', 'Mon, 05 Jan 2026 09:00:20 GMT']] }),
  ],
  [
    'a GET with a time in a header',
    get({ query }, { headers: [['Accept-Datetime', 'Mon, 05 Jan 2026 09:00:20 GMT']] }),
  ],
  ['an escaped name of a time', get({ query, asOf: '2026-01-05T09:00:20Z' }, { isEscaped: true })],
  [
    'two times',
    get(
      { query },
      {
        parameters: [
          ['query', query],
          ['asOf', '2026-01-05T09:00:20Z'],
          ['asOf', 'x'],
        ],
      },
    ),
  ],
  [
    'another text’s hash',
    post({ extensions: persisted({ version: 1, sha256Hash: '0'.repeat(64) }), query }),
  ],
  ['no hash', post({ extensions: persisted({ version: 1, sha256Hash: null }) })],
  ['an empty operation name', post({ query, operationName: '' })],
  ['empty variables', post({ query, variables: '' })],
  [
    'a filter within a thousand others',
    post({
      query: 'query Q($filter: ServiceFilter) { services(filter: $filter) { totalCount } }',
      variables: new Written(`{"filter":${'{"not":'.repeat(1_000)}{}${'}'.repeat(1_000)}}`),
    }),
  ],
  ['a browser’s question', get({ query }, { headers: [['Accept', 'text/html, */*; q=0.2']] })],
  ['a weighted media type', get({ query }, { headers: [['Accept', 'application/json;q=0.9']] })],
];
