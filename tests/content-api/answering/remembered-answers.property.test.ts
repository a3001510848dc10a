import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { anonymous, type Caller } from '../../../src/content-api/access/caller';
import { rightsOf } from '../../../src/content-api/access/rights';
import { ownQuestion, type Question } from '../../../src/content-api/answering/question';
import type { Catalogue } from '../../../src/content-api/catalogue/catalogue';
import { emptyCatalogue, evolve } from '../../../src/content-api/catalogue/evolve';
import { everyTag, touchedTags } from '../../../src/content-api/catalogue/reads/cache-tags';
import { stepBetween } from '../../../src/content-api/catalogue/reads/step-between';
import { contentSchema } from '../../../src/content-api/graphql/schema';
import { whole } from '../../../src/content-api/wire-pieces';
import { dice } from '../../bench/practice/dice';
import { randomIds, randomLog, randomSlugs } from '../../support/random-log';
import { RandomQuery } from '../../support/random-query';
import { testRoad } from '../../support/road';
import { share } from '../../support/share';

/** As many of nobody's making, others each time. */
const RANDOM_QUESTIONS = 20;
const RUNS = share(150, 50);

const COMMON = `id slug locale availableLocales isFallback revision contentHash url
  safety { id title severity text { html } } references { id title } tags attribution { text url }`;

/** Each reads the catalogue in another way. */
const questions = [
  '{ edition { id documentCount } }',
  `{ faqs(first: 3) { totalCount pageInfo { hasNextPage endCursor } nodes { ${COMMON} question } } }`,
  '{ faqs(first: 3) { totalCount nodes { question } } }',
  '{ faqs(locale: "es", last: 2) { edges { cursor node { id locale question } } } }',
  '{ services(filter: { phase: { slug: { eq: "red" } } }) { totalCount nodes { id phases { title } } } }',
  '{ services(filter: { clinician: { id: { in: ["a", "b"] } } }) { nodes { id name } } }',
  '{ clinicians(filter: { service: { slug: { eq: "green" } } }, orderBy: NAME_DESC) { nodes { id name } } }',
  ...randomSlugs.flatMap((slug) => [
    `{ service(slug: "${slug}") { ${COMMON} name faqs { totalCount nodes { id question } } clinicians { nodes { name } } phases { title } } }`,
    `{ service(slug: "${slug}", locale: "es") { id locale name slug } }`,
    `{ faq(slug: "${slug}") { id question slug } }`,
  ]),
  ...randomIds.flatMap((id) => [
    `{ faq(id: "${id}") { id question topic safety { title } } }`,
    `{ node(id: "${id}") { id } }`,
    `{ faq(id: "${id}") { revisions(first: 2) { totalCount edges { cursor node { revision endedBy } } } } }`,
    `{ node(id: "${id}", locale: "es") { ... on Service { revisions { nodes { contentHash endedAt } } } } }`,
    `{ node(id: "${id}") { id } nodes(ids: ["${id}"], locale: "es") { id } }`,
  ]),
  ...['', ', locale: "es"', ', types: [SERVICE, PRACTICE]'].flatMap((args) => [
    `{ search(query: "nandu zebra"${args}) { totalCount nodes { id } edges { highlights { field html } node { safety { id } } } } }`,
    `{ search(query: "appel", first: 2${args}) { pageInfo { endCursor hasNextPage } } }`,
  ]),
  '{ sitemap { nodes { url alternates { hreflang url } } } }',
  '{ redirects { totalCount nodes { formerSlug slug to } } spanish: redirects(locale: "es") { nodes { from } } }',
  '{ practice { name contacts { label } safety { title } } }',
];

const schema = contentSchema();
const written = questions.map((query) => ownQuestion(query));

function randomQuestions(seed: number): Question[] {
  const queries = new RandomQuery(schema, dice(seed), [...randomIds, ...randomSlugs]);
  return Array.from({ length: RANDOM_QUESTIONS }, () => {
    const { query, variables } = queries.ask();
    expect([query, validate(schema, parse(query))]).toEqual([query, []]);
    return ownQuestion(query, variables);
  });
}

/** Answers alike, and keeps nothing. */
const forgotten: Caller = {
  ...anonymous,
  rights: rightsOf({ ...anonymous.rights, kind: 'preview' }),
};

test('An answer that is remembered, here or by a cache in front, is the one that would be made anew, whatever is published and asked', async () => {
  let remembered = 0;
  let cached = 0;
  await fc.assert(
    fc.asyncProperty(
      randomLog,
      // Every seed is as good as every other.
      fc.noBias(fc.nat()),
      fc.infiniteStream(fc.nat({ max: written.length + RANDOM_QUESTIONS - 1 })),
      async (log, seed, asked) => {
        const all = [...written, ...randomQuestions(seed)];
        const { road, answers } = testRoad(schema);
        await road.start();
        let catalogue: Catalogue = emptyCatalogue();
        /** What a cache in front holds, with the names that it goes by. */
        const cache = new Map<Question, { text: string; tags: readonly string[] }>();
        for (const publication of log.publications) {
          const before = catalogue;
          catalogue = evolve(before as ReturnType<typeof emptyCatalogue>, publication);
          answers.moveTo(catalogue);
          const step = stepBetween(before, catalogue);
          const purged = step ? touchedTags(before, catalogue, step) : everyTag();
          for (const [question, { tags }] of cache) {
            if (tags.some((tag) => purged.has(tag))) cache.delete(question);
          }
          // Not every question at every edition: an answer must also survive editions at which nobody asks for it.
          for (const index of asked.take(all.length)) {
            const question = all[index]!;
            const keeping = { isPast: false, spelling: null };
            const known = await road.answer({ question, catalogue, caller: anonymous }, keeping);
            const fresh = await road.answer({ question, catalogue, caller: forgotten }, keeping);
            const text = 'answer' in fresh ? whole(fresh.answer.pieces) : fresh.body;
            const inFront = cache.get(question);
            if (inFront) {
              cached += 1;
              expect({ question, text: inFront.text }).toEqual({ question, text });
            }
            expect({
              question,
              text: 'answer' in known ? whole(known.answer.pieces) : known.body,
            }).toEqual({
              question,
              text,
            });
            if (!('answer' in known)) continue;
            if (known.wasKept) remembered += 1;
            cache.set(question, { text, tags: known.answer.cacheTags.split(' ') });
          }
        }
        expect(road.defects.count).toBe(0);
        await road.close();
      },
    ),
    { numRuns: RUNS },
  );
  // Otherwise the test would have shown nothing.
  expect(remembered).toBeGreaterThan(7 * RUNS);
  expect(cached).toBeGreaterThan(7 * RUNS);
});
