import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { contentSchema } from '../../../src/content-api/graphql/schema';
import { contentTypeNames, unlocalizedTypes } from '../../../src/publications/content';
import { dice as diceOf } from '../../bench/practice/dice';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { contentOf } from '../../support/contents';
import { TestKeys } from '../../support/keys';
import { marked } from '../../support/marked-content';
import { mutated, RandomQuery, type RandomQuestion } from '../../support/random-query';
import { TestDrafts } from '../../support/saved-drafts';
import { share } from '../../support/share';

const QUERIES = share(1_500, 500);
/** In every text of every draft, and in nothing that is public. */
const SECRET = 'heliotrope';

const schema = contentSchema();
const keys = new TestKeys();
const preview = keys.make('preview', { kind: 'preview' });
const site = keys.make('site');
/** What a token for a preview shows, of a document that much else links to. */
const PREVIEWED = { type: 'service', documentId: 'kap', locale: 'en' } as const;
const token = keys.makePreviewToken('token', PREVIEWED);
const drafts = new TestDrafts();
const draft = new TestDrafts();
/** Three of the same, but that one has drafts, and one has that draft alone which the token shows. */
let withDrafts: TestContentApi;
let withOne: TestContentApi;
let without: TestContentApi;

beforeAll(async () => {
  const log = clinic();
  for (const publication of log.publications) {
    if (publication.kind !== 'Published') continue;
    const { type, documentId, locale } = publication;
    const subject = { type, documentId, locale };
    const content = marked(type, publication.content, SECRET);
    drafts.save(subject, content);
    const isPreviewed = type === PREVIEWED.type && documentId === PREVIEWED.documentId;
    if (isPreviewed && locale === PREVIEWED.locale) draft.save(subject, content);
  }
  for (const type of contentTypeNames) {
    const locale = unlocalizedTypes.has(type) ? null : 'es';
    const content = marked(type, contentOf(type, `${SECRET}-${type}`), SECRET);
    drafts.save({ type, documentId: `${SECRET}-${type}`, locale }, content);
  }
  const keyReader = keys.reader;
  withDrafts = await TestContentApi.start(log, { keyReader, draftReader: drafts.reader });
  withOne = await TestContentApi.start(log, { keyReader, draftReader: draft.reader });
  without = await TestContentApi.start(log, { keyReader });
});
afterAll(async () => {
  await withDrafts.close();
  await withOne.close();
  await without.close();
});

async function told(
  api: TestContentApi,
  { query, variables }: RandomQuestion,
  token: string | null,
) {
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: RESPONSE_JSON,
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const headers = Object.fromEntries(answer.headers);
  // The two are asked at other moments.
  for (const name of ['date', 'cache-status']) delete headers[name];
  return { status: answer.status, headers, text: await answer.text() };
}

it('leave every answer to everybody else the same byte for byte, whatever a preview key asks in between', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const dice = diceOf(seed);
  const words = [SECRET, SECRET.slice(0, 5), `${SECRET}-faq`, `kap ${SECRET}`];
  const queries = new RandomQuery(schema, dice, words);
  let found = 0;
  for (let index = 0; index < QUERIES; index += 1) {
    const { query, variables } = queries.ask();
    expect([query, validate(schema, parse(query))]).toEqual([query, []]);
    const question = { query: index % 4 === 3 ? mutated(query, dice) : query, variables };
    const previewed = await told(withDrafts, question, preview);
    if (previewed.status === 200 && previewed.text.includes(SECRET)) found += 1;
    for (const token of [null, site]) {
      const answered = await told(withDrafts, question, token);
      const expected = await told(without, question, token);
      if (JSON.stringify(answered) !== JSON.stringify(expected)) {
        throw new Error(
          `Seed ${seed}: ${JSON.stringify(question)}\n${answered.text}\n${expected.text}`,
        );
      }
    }
  }
  // Otherwise the test would have shown nothing.
  expect(found).toBeGreaterThan(QUERIES / 10);
});

it('leave every answer to a token the same as if there were no draft but the one it is for', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const dice = diceOf(seed);
  const queries = new RandomQuery(schema, dice, [SECRET, `${SECRET}-faq`, 'kap']);
  let found = 0;
  for (let index = 0; index < QUERIES / 3; index += 1) {
    const question = queries.ask();
    let answered = await told(withDrafts, question, token);
    // A process believes a token once it has seen it confirmed, and has a moment to do so.
    while (answered.status === 503) answered = await told(withDrafts, question, token);
    const expected = await told(withOne, question, preview);
    if (answered.status !== expected.status || answered.text !== expected.text) {
      throw new Error(
        `Seed ${seed}: ${JSON.stringify(question)}\n${answered.text}\n${expected.text}`,
      );
    }
    if (answered.status === 200 && answered.text.includes(SECRET)) found += 1;
  }
  expect(found).toBeGreaterThan(QUERIES / 100);
});
