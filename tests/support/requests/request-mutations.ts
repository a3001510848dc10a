import type { Dice } from '../../bench/practice/dice';
import { withHeader, Written, type Asked } from './asked';
import { NOW } from './askers';
import type { DatedLog } from './dated-log';
import type { KnownTexts } from './meaning';

/** What mutations take times and hashes from. */
export interface Surroundings {
  readonly dated: DatedLog;
  readonly known: KnownTexts;
  /** Some that are known, and some that nobody knows. */
  readonly hashes: readonly string[];
}

/** Something that is done to a request; what was valid may stay so. */
type RequestMutation = (asked: Asked, dice: Dice, around: Surroundings) => Asked;

const DEEP = new Written(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
/** In the place of anything. */
const PLAIN_VALUES = [
  null,
  0,
  1,
  -1,
  false,
  true,
  '',
  ' ',
  'x',
  '{}',
  [],
  {},
  [null],
  ['{__typename}'],
  { query: '{__typename}' },
];
const VALUES = [...PLAIN_VALUES, DEEP, new Written('1e999'), new Written('"\\ud800"')];
const UNSAFE = '{services(first:1){nodes{__typename body{html}}}}';
const TEXTS = [
  UNSAFE,
  '{edition{id}}',
  '{practice{name}}',
  '{',
  '',
  '{__schema{types{name}}}',
  'subscription { changed { kind } }',
  'mutation { x }',
];
const MEMBERS = [
  'query',
  'documentId',
  'operationName',
  'variables',
  'extensions',
  'id',
  '__proto__',
];
const ACCEPTED = [
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'application/json;q=0.9',
  'application/graphql-response+json;q=0.5, application/json',
  'application/json;q=0.9, text/html;q=0.1',
  'text/html, image/gif, image/jpeg, */*; q=0.2',
  'text/html',
  'text/html;q=0',
  'application/xhtml+xml, text/html;q=0.9, */*;q=0.8',
  'application/graphql-response+json;q=0, application/json',
  'application/*',
  '',
  'nonsense',
  'application/json;q=2',
  ';;;,',
  'text/plain',
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'multipart/mixed;deferSpec=20220824, application/json',
  'text/event-stream',
];
const MEDIA_TYPES = [
  'application/json;charset=utf-8',
  'application/json; charset=utf-16',
  'application/json; charset=latin1',
  'application/json ; charset="UTF-8"',
  'APPLICATION/JSON',
  'application/graphql',
  'application/graphql+json',
  'application/graphql-response+json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'text/json',
  'application/json, text/plain',
  '',
];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'PROPFIND'];
const PATHS = [
  '/graphql',
  '/graphql/',
  '/%67raphql',
  '/graphq%6C',
  '//graphql',
  '/graphql;x=1',
  '/GraphQL',
  '/graphql/.',
  '/./graphql',
  'http://127.0.0.1/graphql',
  'http://content.example.org/graphql',
];
const HTML_FIRST = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const inBody = (asked: Asked, members: readonly (readonly [string, unknown])[]): Asked =>
  asked.members ? { ...asked, members } : asked;

const withMember = (asked: Asked, name: string, value: unknown): Asked =>
  inBody(asked, [...(asked.members ?? []).filter(([own]) => own !== name), [name, value]]);

const withParameter = (asked: Asked, name: string, value: string): Asked => ({
  ...asked,
  parameters: [...asked.parameters.filter(([own]) => own !== name), [name, value]],
});

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return value instanceof Written ? value.json : JSON.stringify(value);
};

/** In the body where there is one, otherwise in the address. */
const say = (asked: Asked, name: string, value: unknown): Asked =>
  asked.members ? withMember(asked, name, value) : withParameter(asked, name, asText(value));

/** A second time, before or behind the first. */
function sayTwice(asked: Asked, name: string, value: unknown, dice: Dice): Asked {
  const isFirst = dice.chance(0.5);
  if (asked.members) {
    const added: [string, unknown] = [name, value];
    return inBody(asked, isFirst ? [added, ...asked.members] : [...asked.members, added]);
  }
  const added: [string, string] = [name, asText(value)];
  const parameters = isFirst ? [added, ...asked.parameters] : [...asked.parameters, added];
  return { ...asked, parameters };
}

function hashed(asked: Asked, dice: Dice, { hashes, known }: Surroundings): Asked {
  const query = [...(asked.members ?? []), ...asked.parameters].find(([name]) => name === 'query');
  const own = typeof query?.[1] === 'string' ? known.add(query[1]) : dice.pick(hashes);
  const hash = dice.chance(0.6) ? own : dice.pick(hashes);
  const spelled = dice.pick([hash, hash, hash, hash.toUpperCase(), hash.slice(1), ` ${hash}`]);
  const isAlone = dice.chance(0.4);
  const without = isAlone
    ? {
        ...asked,
        members: asked.members?.filter(([name]) => name !== 'query') ?? null,
        parameters: asked.parameters.filter(([name]) => name !== 'query'),
      }
    : asked;
  if (dice.chance(0.4)) {
    return say(
      without,
      'documentId',
      dice.pick([`sha256:${spelled}`, `SHA256:${spelled}`, spelled]),
    );
  }
  const version = dice.pick([1, 1, 1, 1, 2, '1', null]);
  return say(without, 'extensions', { persistedQuery: { version, sha256Hash: spelled } });
}

function timed(asked: Asked, dice: Dice, { dated }: Surroundings): Asked {
  const sequence = dice.integer(0, dated.length);
  const time = dated.timeOf(sequence) || '2001-01-01T00:00:00Z';
  const asOf = dice.pick([
    time,
    time,
    time,
    time.replace('.000Z', '+00:00'),
    'yesterday',
    '',
    '2026-01-05',
    '2999-01-01T00:00:00Z',
    '2026-13-45T00:00:00Z',
  ]);
  const edition = dice.pick([
    dated.editionAt(sequence),
    dated.editionAt(sequence),
    dated.editionAt(sequence).toUpperCase(),
    'latest',
    '',
    'f'.repeat(64),
  ]);
  const date = dice.pick([
    new Date(time).toUTCString(),
    new Date(time).toUTCString(),
    new Date(time).toUTCString(),
    'yesterday',
    new Date(NOW + 1_000).toUTCString(),
    '',
  ]);
  const add = (name: string, value: string): Asked => ({
    ...asked,
    parameters: [...asked.parameters, [name, value]],
  });
  switch (dice.integer(0, 7)) {
    case 0:
    case 1:
      return add('asOf', asOf);
    case 2:
    case 3:
      return add('edition', edition);
    case 4:
    case 5:
      return withHeader(asked, 'Accept-Datetime', date);
    case 6:
      return {
        ...asked,
        headers: [
          ...asked.headers,
          ['Accept-Datetime', date],
          ['Accept-Datetime', new Date(time).toUTCString()],
        ],
      };
    default:
      return {
        ...add('asOf', asOf),
        parameters: [['edition', edition], ...add('asOf', asOf).parameters],
      };
  }
}

const requestMutations: readonly RequestMutation[] = [
  // Types of members.
  (asked, dice) => say(asked, dice.pick(MEMBERS), dice.pick(VALUES)),
  (asked, dice) => say(asked, dice.pick(MEMBERS), dice.pick(VALUES)),
  (asked, dice) => say(asked, 'documentId', dice.pick([...VALUES, 'x'])),
  (asked, dice) => say(asked, 'extensions', { persistedQuery: dice.pick(PLAIN_VALUES) }),
  (asked, dice) =>
    say(asked, 'extensions', {
      persistedQuery: { version: dice.pick(PLAIN_VALUES), sha256Hash: dice.pick(PLAIN_VALUES) },
    }),
  (asked, dice) => say(asked, 'operationName', dice.pick(['', 'Other', 'Own', 'nobody', 'Faqs'])),
  (asked, dice) => say(asked, 'query', dice.pick(TEXTS)),
  (asked, dice) => {
    const left = dice.pick(MEMBERS);
    return {
      ...asked,
      members: asked.members?.filter(([name]) => name !== left) ?? null,
      parameters: asked.parameters.filter(([name]) => name !== left),
    };
  },
  // Members and parameters that stand twice.
  (asked, dice) => sayTwice(asked, 'query', dice.pick(TEXTS), dice),
  (asked, dice) => sayTwice(asked, dice.pick(MEMBERS), dice.pick(VALUES), dice),
  (asked, dice) => sayTwice(asked, 'variables', { n: 100, first: 100, size: 100 }, dice),
  // The address against the body.
  (asked, dice) => withParameter(asked, 'query', dice.pick(TEXTS)),
  (asked, dice) => withParameter(asked, dice.pick(MEMBERS), asText(dice.pick(VALUES))),
  (asked, dice) =>
    withParameter(
      asked,
      'extensions',
      JSON.stringify({ persistedQuery: dice.pick([0, false, '', null, {}]) }),
    ),
  (asked) => (asked.members ? asked : { ...asked, members: [['query', UNSAFE]] }),
  // Encodings and media types.
  (asked, dice) => ({
    ...asked,
    encoding: dice.pick(['utf8 bom', 'utf8 bom', 'utf16', 'utf16 bom', 'latin1', 'gzip']),
  }),
  (asked, dice) =>
    withHeader(asked, 'Content-Encoding', dice.pick(['gzip', 'identity', 'br', 'x'])),
  (asked, dice) =>
    withHeader({ ...asked, encoding: 'gzip' }, 'Content-Encoding', dice.pick(['gzip', 'x-gzip'])),
  (asked, dice) => withHeader(asked, 'Content-Type', dice.pick([...MEDIA_TYPES, null])),
  (asked, dice) => withHeader(asked, 'Accept', dice.pick([...ACCEPTED, null])),
  (asked, dice) => withHeader(asked, 'Accept', dice.pick([...ACCEPTED, HTML_FIRST])),
  (asked, dice) =>
    withHeader(
      asked,
      'Accept-Encoding',
      dice.pick(['gzip', 'br', 'identity;q=0', '*', 'gzip;q=0, br;q=0']),
    ),
  (asked, dice) => withHeader(asked, 'If-None-Match', dice.pick(['*', '"x"', 'W/"x"', '', '"'])),
  (asked, dice) => withHeader(asked, 'Host', dice.pick(['x y', '', '[', 'content.example.org'])),
  // Forms.
  (asked, dice) => ({ ...asked, batch: dice.pick([1, 2, 5]) }),
  (asked, dice) => ({ ...asked, method: dice.pick(METHODS) }),
  (asked, dice) => ({ ...asked, path: dice.pick(PATHS) }),
  (asked, dice) => ({ ...asked, path: dice.pick(PATHS) }),
  (asked) => ({ ...asked, isEscaped: true }),
  hashed,
  hashed,
  hashed,
  timed,
  timed,
  timed,
];

/** The request after one thing was done to it. */
export function otherRequest(asked: Asked, dice: Dice, around: Surroundings): Asked {
  return dice.pick(requestMutations)(asked, dice, around);
}
