import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { Answer } from '../../../src/content-api/answering/answer';
import {
  cacheTagsOf,
  everyTag,
  touchedTags,
} from '../../../src/content-api/catalogue/reads/cache-tags';
import { RememberedAnswers } from '../../../src/content-api/answering/remembered-answers';
import { stepBetween } from '../../../src/content-api/catalogue/reads/step-between';
import { Witness } from '../../../src/content-api/catalogue/reads/witness';
import { anonymous } from '../../../src/content-api/access/caller';
import { emptyCatalogue, evolve } from '../../../src/content-api/catalogue/evolve';
import { richTextRenderer } from '../../../src/content-api/catalogue/rich-text/renderer';
import { Operation } from '../../../src/content-api/answering/operation';
import { Readings } from '../../../src/content-api/graphql/readings';
import { contentSchema } from '../../../src/content-api/graphql/schema';
import { dice } from '../../bench/practice/dice';
import { PUBLIC_URL } from '../../support/content-api';
import { randomIds, randomLog, randomSlugs } from '../../support/random-log';
import { RandomQuery } from '../../support/random-query';

/** As many of nobody's making, others each time. */
const RANDOM_QUESTIONS = 20;

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

interface Asked {
  /** Sets it apart from every other: the text, with its variables where it has some. */
  readonly question: string;
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
}

const schema = contentSchema();
const written: readonly Asked[] = questions.map((question, index) => {
  const operation = Operation.read(schema, question, null, index);
  if (!(operation instanceof Operation)) throw new Error(`Not a valid question: ${question}`);
  return { question, operation, variables: {} };
});

function randomQuestions(seed: number): Asked[] {
  const queries = new RandomQuery(schema, dice(seed), [...randomIds, ...randomSlugs]);
  const asked: Asked[] = [];
  while (asked.length < RANDOM_QUESTIONS) {
    const { query, variables } = queries.ask();
    expect([query, validate(schema, parse(query))]).toEqual([query, []]);
    const operation = Operation.read(schema, query, null, written.length + asked.length);
    // Some are larger than anybody may ask.
    if (!(operation instanceof Operation)) continue;
    asked.push({ question: JSON.stringify({ query, variables }), operation, variables });
  }
  return asked;
}

test('An answer that is remembered, here or by a cache in front, is the one that would be made anew, whatever is published and asked', () => {
  let remembered = 0;
  let cached = 0;
  fc.assert(
    fc.property(
      randomLog,
      // Every seed is as good as every other.
      fc.noBias(fc.nat()),
      fc.infiniteStream(fc.nat({ max: written.length + RANDOM_QUESTIONS - 1 })),
      (log, seed, asked) => {
        const all = [...written, ...randomQuestions(seed)];
        const witness = new Witness();
        const site = { publicUrl: PUBLIC_URL, richText: richTextRenderer(PUBLIC_URL) };
        const readings = new Readings(site, witness);
        const answers = new RememberedAnswers(stepBetween);
        let catalogue = emptyCatalogue();
        /** What a cache in front holds, with the names that it goes by. */
        const cache = new Map<string, { json: string; tags: readonly string[] }>();
        for (const publication of log.publications) {
          const before = catalogue;
          catalogue = evolve(before, publication);
          answers.moveTo(catalogue);
          const step = stepBetween(before, catalogue);
          const purged = step ? touchedTags(before, catalogue, step) : everyTag();
          for (const [question, { tags }] of cache) {
            if (tags.some((tag) => purged.has(tag))) cache.delete(question);
          }
          // Not every question at every edition: an answer must also survive editions at which nobody asks for it.
          for (const index of asked.take(all.length)) {
            const { question, operation, variables } = all[index]!;
            const known = answers.find('anybody', question);
            const { result: fresh, testimony } = witness.watch(() =>
              operation.answer(variables, { catalogue, readings, caller: anonymous }),
            );
            const inFront = cache.get(question);
            if (inFront) {
              cached += 1;
              expect({ question, answer: inFront.json }).toEqual({ question, answer: fresh });
            } else if (fresh !== null) {
              const tags = cacheTagsOf(testimony.documents, testimony.dependencies, ' ');
              cache.set(question, { json: fresh, tags: tags.split(' ') });
            }
            if (known) {
              remembered += 1;
              const { body } = known.in('identity') as { body: Buffer | string };
              expect({ question, answer: body.toString('latin1') }).toEqual({
                question,
                answer: fresh,
              });
            } else if (fresh !== null) {
              answers.set('anybody', [question], new Answer(fresh, testimony, 0), false);
            }
          }
        }
      },
    ),
    { numRuns: 150 },
  );
  // Otherwise the test would have shown nothing.
  expect(remembered).toBeGreaterThan(1_000);
  expect(cached).toBeGreaterThan(1_000);
});
