import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import {
  execute,
  getIntrospectionQuery,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
  type ExecutionResult,
} from 'graphql';
import { richTextRenderer } from '../../../../src/content-api/catalogue/rich-text/renderer';
import { CompiledQuery } from '../../../../src/content-api/answering/execution/compiled-query';
import { resolversOf } from '../../../../src/content-api/answering/execution/resolvers';
import { Readings } from '../../../../src/content-api/graphql/readings';
import { contentSchema } from '../../../../src/content-api/graphql/schema';
import { whole, type WirePieces } from '../../../../src/content-api/wire-pieces';
import { jsonOf } from '../../../../src/content-api/wire-text';
import { dice as diceOf } from '../../../bench/practice/dice';
import { clinic } from '../../../support/clinic';
import { PUBLIC_URL } from '../../../support/content-api';
import { RandomQuery } from '../../../support/random-query';
import { share } from '../../../support/share';
import { catalogueOf } from '../../../support/views';

const QUERIES = share(3_000, 1_000);
const MANY = 100;

const schema = contentSchema();
const log = clinic();
log.publish('faq', 'strange', {
  content: { question: 'Tabs\tand "quotes"\\, ñandú, 😀, a lone \ud83d, a \u2028 line' },
});
// More than are written together.
const LONG = 'As long as an answer is that an editor has much to say about. '.repeat(30);
for (let index = 0; index < MANY; index += 1) {
  log.publish('faq', `many-${index}`, {
    content: { question: `${index}: ${LONG}`, services: ['kap'], safetyNotices: [] },
  });
}
const readings = new Readings({ publicUrl: PUBLIC_URL, richText: richTextRenderer(PUBLIC_URL) });
const context = { edition: readings.of(catalogueOf(log)) };

/** As `graphql` itself answers; null where it tells of an error. */
function reference(query: string, variables: Record<string, unknown>): string | null {
  const result = execute({
    schema,
    document: parse(query),
    variableValues: variables,
    contextValue: context,
  }) as ExecutionResult;
  return result.errors ? null : JSON.stringify({ data: result.data });
}

/** As the compiled query answers; null where it refuses. */
function compiled(query: string, variables: Record<string, unknown>): string | null {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return null;
  const parts = [schema, resolversOf(schema), document, operation] as const;
  const made = CompiledQuery.of(...parts) ?? CompiledQuery.of(...parts, coerced);
  if (!made) throw new Error('It does not compile.');
  try {
    return jsonOf(whole(inTurns(made.answer(coerced, context)).pieces));
  } catch {
    return null;
  }
}

/** @returns how often others could have had their turn, besides. */
function inTurns(answering: Generator<void, WirePieces, void>): {
  pieces: WirePieces;
  turns: number;
} {
  for (let turns = 0; ; turns += 1) {
    const { done, value } = answering.next();
    if (done) return { pieces: value, turns };
  }
}

const cases: Record<string, readonly [query: string, variables?: Record<string, unknown>]> = {
  'every kind of character': ['{ faq(id: "strange") { question } }'],
  'what is absent': ['{ faq(id: "nobody") { id } nodes(ids: ["nobody", "kap"]) { id } }'],
  'aliases and the names of types': [
    '{ a: faqs(first: 1) { __typename nodes { __typename b: id } } __typename }',
  ],
  'fields that stand twice': [
    '{ service(slug: "kap") { phases { title } id phases { kind } ...F } } fragment F on Service { phases { slug } name }',
  ],
  'fragments on interfaces and on types': [
    `{ node(id: "kap") { ...D ... on Service { name } ... on Faq { question } } }
     fragment D on ContentDocument { locale safety { title } ... on Node { id } }`,
  ],
  'a list of several types': [
    '{ search(query: "ketamine") { nodes { __typename id ... on Faq { question } } } }',
  ],
  'variables with defaults, absent and null': [
    'query ($a: Int = 2, $b: Int, $c: String) { a: faqs(first: $a) { totalCount nodes { id } } b: faqs(first: $b, locale: $c) { nodes { id } } }',
    { c: null },
  ],
  'a filter in a variable': [
    'query ($f: FaqFilter!) { faqs(filter: $f) { nodes { id topic } } }',
    { f: { or: [{ id: { eq: 'strange' } }, { not: { id: { in: [] } } }] } },
  ],
  'conditions that hold, and that do not': [
    `query ($yes: Boolean!, $no: Boolean!) {
       faqs(first: 1) {
         nodes { id @include(if: $yes) slug @include(if: $no) question @skip(if: $no) tags @skip(if: $yes)
           ... on Faq @include(if: $yes) { topic ... @skip(if: $no) { position: revision } }
           ...G @include(if: $no) }
         totalCount @skip(if: true)
       }
     }
     fragment G on Faq { locale }`,
    { yes: true, no: false },
  ],
  'nothing at all': [
    'query ($no: Boolean!) { edition { id @include(if: $no) } faqs @skip(if: true) { totalCount } }',
    { no: false },
  ],
  introspection: [getIntrospectionQuery()],
  'one type of the schema': [
    '{ __type(name: "Faq") { name fields { name } } edition { __typename } }',
  ],
  'lists of many objects': [
    `{ faqs(first: 100) { totalCount nodes { question safety { title } } }
       services { nodes { slug faqs(first: 100) { nodes { id question services { id } } } clinicians { nodes { id } } } } }`,
  ],
  'lists with nothing in them': [
    '{ faqs(filter: { slug: { eq: "x" } }) { nodes { id safety { id } services { id } } edges { cursor } } services { nodes { fees { amount } } } nodes(ids: []) { id } }',
  ],
  'a list with nothing in it, with a condition that is neither true nor false': [
    'query ($no: Boolean = true) { faqs(filter: { slug: { eq: "x" } }) { nodes { id @skip(if: $no) } } }',
    { no: null },
  ],
  'times, dates and numbers': [
    '{ services { nodes { publishedAt contentHash fees { amount currency } safety { factExpiresOn } } } edition { publishedAt } }',
  ],
};

describe('a compiled query', () => {
  it.each(Object.entries(cases))(
    'answers as graphql itself: %s',
    (_name, [query, variables = {}]) => {
      const expected = reference(query, variables);
      expect(expected).not.toBeNull();
      expect(compiled(query, variables)).toBe(expected);
    },
  );

  it('leaves to graphql what has an error', () => {
    const wrong: readonly (readonly [string, Record<string, unknown>?])[] = [
      ['{ faqs(first: 1000) { totalCount } }'],
      ['{ faqs(locale: "xx") { totalCount } }'],
      ['query ($n: Int!) { faqs(first: $n) { totalCount } }', {}],
      ['query ($n: Int!) { faqs(first: $n) { totalCount } }', { n: 'one' }],
    ];
    for (const [query, variables = {}] of wrong) {
      expect(reference(query, variables)).toBeNull();
      expect(compiled(query, variables)).toBeNull();
    }
  });

  it('is made of fields that stand twice, on conditions, when it is known which hold', () => {
    const query = `query ($a: Boolean!, $b: Boolean!, $c: Boolean = true) {
      faqs(first: 3) { nodes { id @include(if: $a) question ... @skip(if: $b) { services { slug } id } services { id @skip(if: $c) name } } }
      faqs(first: 3) @skip(if: $a) { totalCount nodes { slug } }
      services @include(if: $b) { totalCount } practice { name } services { nodes { slug faqs(filter: { slug: { eq: "x" } }) { nodes { id @include(if: $c) id } } } }
    }`;
    const booleans = [true, false];
    for (const a of booleans) {
      for (const b of booleans) {
        for (const c of [true, false, null]) {
          const variables = { a, b, c };
          const answer = compiled(query, variables);
          expect({ variables, answer }).toEqual({ variables, answer: reference(query, variables) });
        }
      }
    }
  });

  it('gives others their turn while it writes a long answer, in pieces that V8 has room for', () => {
    const document = parse(
      '{ a: service(id: "kap") { faqs(first: 100) { nodes { question safety { title } } } } b: faqs(first: 100) { nodes { id } } }',
    );
    const operation = getOperationAST(document);
    const made = operation && CompiledQuery.of(schema, resolversOf(schema), document, operation);
    if (!made) throw new Error('It does not compile.');
    const { pieces, turns } = inTurns(made.answer({}, context));
    expect(turns).toBeGreaterThan(5);
    // From 128 kB on a text gets memory of its own from the system.
    expect(pieces.map((piece) => piece.length).filter((length) => length > 100_000)).toEqual([]);
    expect(whole(pieces).length).toBeGreaterThan(MANY * LONG.length);
  });

  it('gives others their turn before each page, however short what it tells of it', () => {
    const aliases = Array.from(
      { length: 20 },
      (_, nth) => `a${nth}: faqs(first: 1) { __typename }`,
    );
    for (const [query, pages] of [
      [`{ service(id: "kap") { ${aliases.join(' ')} } }`, 20],
      [`{ services { nodes { ${aliases.join(' ')} } } }`, 20],
      [`{ node(id: "kap") { ... on Service { ${aliases.join(' ')} } } }`, 20],
    ] as const) {
      const document = parse(query);
      const operation = getOperationAST(document);
      const made = operation && CompiledQuery.of(schema, resolversOf(schema), document, operation);
      if (!made) throw new Error('It does not compile.');
      expect(inTurns(made.answer({}, context)).turns).toBeGreaterThan(pages);
    }
  });

  it('answers thousands of random queries as graphql itself', () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = new RandomQuery(schema, diceOf(seed));
    let answered = 0;
    for (let nth = 0; nth < QUERIES; nth += 1) {
      const { query, variables } = random.ask();
      const answer = compiled(query, variables);
      const expected = reference(query, variables);
      if (expected !== null) answered += 1;
      expect({ seed, query, variables, answer }).toEqual({
        seed,
        query,
        variables,
        answer: expected,
      });
    }
    expect(answered).toBeGreaterThan(QUERIES / 3);
  });
});
