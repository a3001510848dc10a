import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { contentSchema } from '../../../src/content-api/graphql/schema';
import { dice as diceOf } from '../../bench/practice/dice';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { mutated, RandomQuery, type RandomQuestion } from '../../support/random-query';
import { share } from '../../support/share';

const QUERIES = share(5_000, 1_000);
const MEGABYTE = 1024 * 1024;
/** What may be kept on purpose: answers, operations. */
const KEPT_MEGABYTES = 128;

const schema = contentSchema();
let api: TestContentApi;

beforeAll(async () => {
  api = await TestContentApi.start(clinic());
});

afterAll(() => api.close());

interface Told {
  readonly status: number;
  readonly codes: readonly string[];
}

async function told({ query, variables }: RandomQuestion): Promise<Told> {
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: RESPONSE_JSON },
    body: JSON.stringify({ query, variables }),
  });
  const { errors = [] } = (await answer.json()) as {
    errors?: { extensions: { code: string } }[];
  };
  return { status: answer.status, codes: errors.map(({ extensions }) => extensions.code) };
}

function megabytesInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

/** What may be wrong with a valid query: what its arguments mean, and its size. */
const REFUSALS = new Set([
  'BAD_USER_INPUT',
  'INVALID_CURSOR',
  'UNKNOWN_LOCALE',
  'QUERY_TOO_COSTLY',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_LONG',
]);

it('answers thousands of random queries, valid and broken, and never fails', async () => {
  // Another one each time; a failure names it.
  const seed = Math.floor(Math.random() * 2 ** 31);
  const dice = diceOf(seed);
  const queries = new RandomQuery(schema, dice);
  const counts = { answered: 0, refused: 0, broken: 0 };
  let early = 0;
  for (let index = 0; index < QUERIES; index += 1) {
    const question = queries.ask();
    const { query, variables } = question;
    const asked = `${query} with ${JSON.stringify(variables)}`;
    expect([asked, validate(schema, parse(query))]).toEqual([asked, []]);
    const { status, codes } = await told(question);
    const isExpected =
      status === 200
        ? codes.length === 0
        : status === 400 && codes.every((code) => REFUSALS.has(code));
    if (!isExpected) throw new Error(`Seed ${seed}: ${status} ${codes.join()} for ${asked}`);
    counts[status === 200 ? 'answered' : 'refused'] += 1;

    const broken = { query: mutated(query, dice), variables };
    const answer = await told(broken);
    if (answer.status >= 500 || answer.codes.includes('INTERNAL_SERVER_ERROR')) {
      throw new Error(
        `Seed ${seed}: ${answer.status} ${answer.codes.join()} for ${JSON.stringify(broken)}`,
      );
    }
    if (answer.status !== 200) counts.broken += 1;
    if (index === QUERIES / 5) early = megabytesInUse();
  }
  expect(api.logged).toEqual([]);
  // Otherwise the test would have shown nothing.
  expect(counts.answered).toBeGreaterThan(QUERIES / 4);
  expect(counts.broken).toBeGreaterThan(QUERIES / 2);
  expect(megabytesInUse() - early).toBeLessThan(KEPT_MEGABYTES);
});
