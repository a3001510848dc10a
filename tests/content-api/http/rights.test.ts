import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { contentSchema } from '../../../src/content-api/graphql/schema';
import { dice as diceOf } from '../../bench/practice/dice';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { contentOf } from '../../support/contents';
import { TestKeys } from '../../support/keys';
import { RandomQuery, type RandomQuestion } from '../../support/random-query';
import { TestDrafts } from '../../support/saved-drafts';

const QUERIES = 300;
const ANONYMOUS_LIMIT = 25_000;
const SMALL_LIMIT = 400;

const schema = contentSchema();
const keys = new TestKeys();
const drafts = new TestDrafts();

/** Everybody, and what sets the answers of each apart. Two with the same rights are the same. */
const callers = [
  { rights: 'anonymous', token: null, limit: ANONYMOUS_LIMIT, mayKeep: 'public' },
  { rights: 'site', token: keys.make('one'), limit: ANONYMOUS_LIMIT, mayKeep: 'private' },
  { rights: 'site', token: keys.make('two'), limit: ANONYMOUS_LIMIT, mayKeep: 'private' },
  {
    rights: 'small',
    token: keys.make('small', { query_cost_limit: SMALL_LIMIT }),
    limit: SMALL_LIMIT,
    mayKeep: 'private',
  },
  {
    rights: 'preview',
    token: keys.make('preview', { kind: 'preview' }),
    limit: ANONYMOUS_LIMIT,
    mayKeep: 'no-store',
  },
  {
    rights: 'registered',
    token: keys.make('registered', { registered_only: 1 }),
    limit: ANONYMOUS_LIMIT,
    mayKeep: null,
  },
] as const;

let api: TestContentApi;
beforeAll(async () => {
  const location = { type: 'location', documentId: 'unseen', locale: null } as const;
  drafts.save(location, contentOf('location', 'unseen'));
  api = await TestContentApi.start(clinic(), {
    keyReader: keys.reader,
    draftReader: drafts.reader,
  });
});
afterAll(() => api.close());

function ask(
  { query, variables }: RandomQuestion,
  token: string | null,
  byGet: boolean,
): Promise<Response> {
  const headers = {
    accept: RESPONSE_JSON,
    ...(token !== null && { authorization: `Bearer ${token}` }),
  };
  if (byGet) {
    const address = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    return fetch(`${api.url}/graphql?${address}`, { headers });
  }
  return fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
}

/** In another order each time. */
function shuffled<Item>(items: readonly Item[], below: (end: number) => number): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(below(left.length), 1));
}

it('never gives one caller what was remembered for another with other rights', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const dice = diceOf(seed);
  const below = (end: number) => dice.integer(0, end - 1);
  const queries = new RandomQuery(schema, dice);
  const seen = { hits: 0, refused: 0 };
  for (let index = 0; index < QUERIES; index += 1) {
    // A name that no other query has, so that who is answered from memory was answered this one before.
    const question = queries.ask(`Q${index}`);
    const asked = JSON.stringify(question);
    expect([asked, validate(schema, parse(question.query))]).toEqual([asked, []]);
    const answered = new Set<string>();
    for (const { rights, token, limit, mayKeep } of shuffled([...callers, ...callers], below)) {
      const answer = await ask(question, token, below(2) === 0);
      const { headers } = answer;
      const text = await answer.text();
      const told = `Seed ${seed}, ${rights}: ${answer.status} ${asked}`;
      if (mayKeep === null) {
        expect([told, text]).toEqual([told, expect.stringContaining('PERSISTED_QUERY_REQUIRED')]);
      }
      if (!answer.ok || text.includes('"errors"')) {
        seen.refused += 1;
        expect([told, headers.get('cache-control')]).toEqual([told, 'no-store']);
        continue;
      }
      const isRepeated = answered.has(rights) && rights !== 'preview';
      answered.add(rights);
      if (isRepeated) seen.hits += 1;
      expect([told, headers.get('cache-status')]).toEqual([
        told,
        isRepeated ? 'content-api; hit' : 'content-api; fwd=miss',
      ]);
      expect([told, headers.get('query-cost-limit')]).toEqual([told, String(limit)]);
      expect(Number(headers.get('query-cost'))).toBeLessThanOrEqual(limit);
      expect(headers.get('cache-control')).toMatch(new RegExp(`^${mayKeep}`));
      expect(headers.get('vary')).toContain('Authorization');
    }
  }
  // Otherwise the test would have shown nothing.
  expect(seen.hits).toBeGreaterThan(QUERIES);
  expect(seen.refused).toBeGreaterThan(QUERIES);
});
