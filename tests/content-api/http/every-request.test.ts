import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, introspectionFromSchema, type GraphQLSchema } from 'graphql';
import { contentTypeNames, unlocalizedTypes } from '../../../src/publications/content';
import { dice as diceOf, type Dice } from '../../bench/practice/dice';
import { TestContentApi } from '../../support/content-api';
import { contentOf } from '../../support/contents';
import { TestKeys } from '../../support/keys';
import { marked } from '../../support/marked-content';
import { RandomQuery } from '../../support/random-query';
import { TestOperations } from '../../support/registered';
import { AnswerRules, DRAFT_WORD } from '../../support/requests/answer-rules';
import { targetOf, told, type Asked } from '../../support/requests/asked';
import { ANONYMOUS_COST_LIMIT, askers, NOW, type Asker } from '../../support/requests/askers';
import { baseQuestions, othersTexts, registeredTexts } from '../../support/requests/base-questions';
import { DatedLog } from '../../support/requests/dated-log';
import { formerHoles } from '../../support/requests/former-holes';
import { KnownTexts } from '../../support/requests/meaning';
import { PlainRoad } from '../../support/requests/plain-road';
import { publishedLimits } from '../../support/requests/published-limits';
import { Sender, type Reply } from '../../support/requests/reply';
import { otherRequest, type Surroundings } from '../../support/requests/request-mutations';
import { otherText } from '../../support/requests/text-mutations';
import { validRequest } from '../../support/requests/valid-requests';
import { TestDrafts } from '../../support/saved-drafts';
import { share } from '../../support/share';

const REQUESTS = share(20_000, 3_000);
/** So many ask at a time. */
const CONNECTIONS = 8;
const LONGEST_ADDRESS = 12_000;
/** Between two publications. */
const ROUNDS_A_BATCH = 40;

const dated = new DatedLog();
const known = new KnownTexts();
const keys = new TestKeys();
const everybody = askers(keys);
const operations = new TestOperations();
const drafts = new TestDrafts();

let schema: GraphQLSchema;
let around: Surroundings;
let rules: AnswerRules;
let sender: Sender;
let plainSender: Sender;
/** Two of the same: what one is asked in every way, the other is asked in the plainest one. */
const both: TestContentApi[] = [];

beforeAll(async () => {
  const hashes = [...registeredTexts, ...othersTexts].map((text) => known.add(text));
  registeredTexts.forEach((text) => operations.register('app', text));
  othersTexts.forEach((text) => operations.register('leaflet', text));
  for (const type of contentTypeNames) {
    const locale = unlocalizedTypes.has(type) ? null : 'en';
    const content = contentOf(type, `unseen-${type}`);
    drafts.save({ type, documentId: `unseen-${type}`, locale }, marked(type, content, DRAFT_WORD));
  }
  for (let count = 0; count < 2; count += 1) {
    both.push(
      await TestContentApi.start(dated.log, {
        keyReader: keys.reader,
        draftReader: drafts.reader,
        operationReader: operations.reader,
        queryCostLimit: ANONYMOUS_COST_LIMIT,
        now: () => NOW,
      }),
    );
  }
  const [api, plainApi] = both as [TestContentApi, TestContentApi];
  sender = new Sender(api.url, CONNECTIONS);
  plainSender = new Sender(plainApi.url, CONNECTIONS);
  schema = buildSchema(await (await fetch(`${api.url}/schema.graphql`)).text());
  around = { dated, known, hashes: [...hashes, '0'.repeat(64)] };
  rules = new AnswerRules({
    schema,
    limits: await publishedLimits(async (query) => (await plainApi.ask(query)).text),
    dated,
    known,
    plainRoad: new PlainRoad(plainSender),
    registered: { app: new Set(registeredTexts), leaflet: new Set(othersTexts) },
    mostIntrospected: objectsIn(introspectionFromSchema(schema)),
  });
});

afterAll(async () => {
  sender.close();
  plainSender.close();
  for (const api of both) await api.close();
});

function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, each) => sum + objectsIn(each), 0);
  return inner + (Array.isArray(value) ? 0 : 1);
}

function anybody(dice: Dice): Asker {
  return dice.pick(dice.chance(0.9) ? everybody.answered : everybody.refused);
}

/** A valid request, what is made of it, and that one again: what is kept of the one must not answer the other. */
async function round(seed: number, see: (asked: Asked, reply: Reply) => Promise<void>) {
  const dice = diceOf(seed);
  const asker = anybody(dice);
  const question = dice.chance(0.7)
    ? dice.pick(baseQuestions)
    : new RandomQuery(schema, dice).ask();
  const ask = async (asked: Asked) => see(asked, await sender.send(asked));
  const valid = validRequest(question, asker, dice, known);
  await ask(valid);
  const other = readable(mutatedRequest(question, valid, dice));
  for (const next of inTurn(asker, dice)) await ask({ ...other, asker: next });
  await ask(valid);
}

function mutatedRequest(question: (typeof baseQuestions)[number], valid: Asked, dice: Dice): Asked {
  let asked = valid;
  if (dice.chance(0.5)) {
    let text = otherText(question, dice);
    if (dice.chance(0.3)) text = otherText(text, dice);
    asked = validRequest(text, valid.asker, dice, known);
    if (dice.chance(0.4)) return asked;
  }
  for (let times = dice.pick([1, 1, 1, 2, 2, 3]); times > 0; times -= 1) {
    asked = otherRequest(asked, dice, around);
  }
  return asked;
}

/** Node refuses a long address before it knows that nobody waits for a body, and then sends one. */
function readable(asked: Asked): Asked {
  const isUnreadable = asked.method === 'HEAD' && targetOf(asked).length > LONGEST_ADDRESS;
  return isUnreadable ? { ...asked, method: 'GET' } : asked;
}

const PLAIN = {
  method: 'GET',
  path: '/graphql',
  parameters: [],
  isEscaped: false,
  headers: [],
  members: null,
  batch: 0,
  encoding: 'utf8',
} as const;

/** The same once, twice or thrice (an answer is kept from its second asking), or one after the other. */
function inTurn(asker: Asker, dice: Dice): Asker[] {
  const times = dice.pick([1, 2, 3]);
  const isAlone = dice.chance(0.6);
  return Array.from({ length: times }, () => (isAlone ? asker : anybody(dice)));
}

describe('a request', () => {
  it.each(formerHoles)('with %s is answered by the same rules', async (_, more) => {
    for (const asker of everybody.answered) {
      const asked: Asked = { ...PLAIN, ...more, asker };
      // Of what is kept for who says no time; an answer is kept from its second asking.
      const timeless = asked.method === 'POST' ? { ...asked, parameters: [] } : asked;
      for (let time = 0; time < 2; time += 1) await sender.send(timeless);
      for (let time = 0; time < 3; time += 1) {
        const reply = await sender.send(asked);
        const broken = await rules.broken(asked, reply);
        expect({ told: told(asked, reply), broken }).toMatchObject({ broken: [] });
      }
    }
  });

  it('in whatever way it is put is answered by the same rules', async () => {
    // Another one each time; a failure names it.
    const seed = Math.floor(Math.random() * 2 ** 31);
    const broken: string[] = [];
    const seen = { asked: 0, answered: 0, refused: 0 };
    const see = (number: number) => async (asked: Asked, reply: Reply) => {
      seen.asked += 1;
      if (reply.status < 400 && !reply.text.startsWith('{"errors"')) seen.answered += 1;
      else seen.refused += 1;
      for (const rule of await rules.broken(asked, reply)) {
        broken.push(`Round ${number}: ${rule}: ${told(asked, reply)}`);
      }
    };
    let rounds = 0;
    for (let part = 3; seen.asked < REQUESTS; part += 1) {
      let next = rounds;
      rounds += ROUNDS_A_BATCH;
      const asking = async () => {
        while (next < rounds) {
          next += 1;
          await round(seed + next, see(next));
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, asking));
      if (part % 10 === 0) {
        dated.publishAgain(part);
        for (const api of both) await api.catchUp(dated.log);
      }
    }
    expect({ seed, broken: broken.slice(0, 10) }).toEqual({ seed, broken: [] });
    expect(both.flatMap(({ logged }) => logged)).toEqual([]);
    // Otherwise the test would have shown nothing.
    expect(seen.answered).toBeGreaterThan(REQUESTS / 4);
    expect(seen.refused).toBeGreaterThan(REQUESTS / 4);
  }, 1_800_000);
});
