import {
  buildSchema,
  getIntrospectionQuery,
  Lexer,
  parse,
  print,
  Source,
  TokenKind,
} from 'graphql';
import { LIMITS } from '../../../src/content-api/answering/limits/limits';
import { FILTER_LIMITS } from '../../../src/content-api/catalogue/filter';
import { RandomQuery } from '../../support/random-query';
import { dice } from '../practice/dice';

/** What one request may ask that takes a server long. */
export interface WorstQuestion {
  readonly name: string;
  /** All that stands behind the operation's name. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether the limits let it through; null where that is left to chance. */
  readonly isAnswered: boolean | null;
}

/** The text of a question that was never asked before, as its operation has another name. */
export function newText(question: WorstQuestion, nth: number): string {
  return `query Worst${nth}${question.operation}`;
}

const SAFETY = 'safety { title }';
/** Words and signs left for what stands around fields by many names. */
const REST_OF_OPERATION = 50;
/** As many as may be. They meet nothing, so each is held to each text. */
const filterOf = (count: number, condition: (nth: number) => object) => ({
  or: Array.from({ length: count }, (_, nth) => condition(nth)),
});
const BY_WORDS = filterOf(FILTER_LIMITS.texts, (nth) => ({
  text: { contains: `xylophone ${nth}` },
}));
/** Every one has letters amiss. */
const MISSPELT = 'ketamin terapy sesion lozange prepration integraton';
/** Much begins with each. */
const BEGINNINGS = 'a b c d e f g h i j k l m n o p r s t u v w';

/** What tools ask of a schema, as a fragment. */
const WHOLE_SCHEMA = print(parse(getIntrospectionQuery()))
  .replace(/^query .*\n {2}__schema /, 'fragment Whole on __Schema ')
  .replace(/\n\}\n\nfragment/, '\n\nfragment');

/**
 * What takes longest of each kind, as large as the limits let it be: what is compared before anything is refused, what is
 * long, what is looked through without being shown, what is reckoned only to be refused.
 */
export function worstQuestions(): WorstQuestion[] {
  const introspections = (times: number) =>
    `{${aliased(times, '__schema { ...Whole }')}} ${WHOLE_SCHEMA}`;
  const spreads = Math.floor((LIMITS.tokens - 8) / 12);

  return [
    // Validation compares all fields of one name with one another.
    answered('one field again and again', filled('{', 'edition { id } ', '}')),
    answered('one field, each in a fragment', filled('{', '... { edition { id } } ', '}')),
    answered(
      'one field, each in a named fragment',
      `{ ${each(spreads, (nth) => `...F${nth}`)} } ` +
        each(spreads, (nth) => `fragment F${nth} on Query { edition { id } }`),
    ),
    answered(
      'one fragment again and again',
      filled('{', '...F ', '} fragment F on Query { edition { id } }'),
    ),
    answered('one list again and again', filled('{', 'faqs(first: 1) { totalCount } ', '}')),
    answered(
      'one filtered list again and again',
      filled('{', 'faqs(first: 1, filter: { slug: { eq: "x" } }) { totalCount } ', '}'),
    ),
    refused('__typename again and again', filled('{', '__typename ', '}')),
    refused('a field that is not there, again and again', filled('{', 'editions ', '}')),
    answered(
      'fragments on an interface',
      filled('{ nodes(ids: ["x"]) {', '... on ContentDocument { id } ', '} }'),
    ),

    // Introspection is counted object by object.
    answered('introspection, nine times over', introspections(9)),
    refused('introspection, as often as there are aliases', introspections(LIMITS.aliases)),
    answered(
      'introspection of a type, by aliases',
      `{${aliased(LIMITS.aliases, '__type(name: "Service") { fields { name description args { name } } }')}}`,
    ),

    // Long answers.
    answered(
      'services with their FAQs',
      `{ services(first: 100) { nodes { faqs(first: 35) { nodes { answer { html } ${SAFETY} } } } } }`,
    ),
    answered(
      'FAQs in 35 lists',
      `{${aliased(35, `faqs(first: 100) { nodes { question answer { html markdown text } ${SAFETY} } }`)}}`,
    ),
    answered(
      'one text by many names',
      `{ services(first: 10) { nodes { faqs(first: 4) { nodes { answer { ${aliased(49, 'html')} } ${SAFETY} } } } } }`,
    ),
    answered(
      'alternates and references of all',
      '{ services(first: 100) { nodes { alternates { url } references { title } faqs(first: 20) { nodes { references { title } alternates { url } } } } } }',
    ),
    answered(
      'revisions of all',
      `{${aliased(20, 'services(first: 100) { nodes { revisions(first: 5) { nodes { revision publishedAt } } } }')}}`,
    ),
    answered(
      'changes',
      `{${aliased(LIMITS.aliases, 'changes(first: 100) { changes { cursor kind document { id } } }')}}`,
    ),
    answered(
      'changes of what hardly changes',
      `{${aliased(LIMITS.aliases, 'changes(first: 1, types: [PRACTICE]) { hasMore }')}}`,
    ),

    // What is looked through without being shown.
    answered(
      'the map of the site, counted',
      `{${aliased(LIMITS.aliases, 'sitemap(first: 1) { totalCount }')}}`,
    ),
    answered(
      'redirects, counted',
      `{${aliased(LIMITS.aliases, 'redirects(first: 1) { totalCount }')}}`,
    ),
    answered(
      'filtered lists',
      `{${aliased(40, 'faqs(first: 1, filter: { not: { question: { contains: "xylophone" } } }) { totalCount }')}}`,
    ),
    answered(
      'filtered lists in another order',
      `{${aliased(35, 'faqs(first: 1, orderBy: QUESTION_DESC, filter: { not: { slug: { eq: "x" } } }) { totalCount }')}}`,
    ),
    answered(
      'a filter by many words',
      '($filter: FaqFilter) { faqs(first: 1, filter: $filter) { totalCount } }',
      {
        filter: BY_WORDS,
      },
    ),
    answered(
      'a filter by many words of a line',
      '($filter: FaqFilter) { faqs(first: 1, filter: $filter) { totalCount } }',
      {
        filter: filterOf(FILTER_LIMITS.texts, (nth) => ({
          question: { contains: `xylophone ${nth}` },
        })),
      },
    ),
    answered(
      'a filter of many conditions',
      '($filter: FaqFilter) { faqs(first: 1, filter: $filter) { totalCount } }',
      {
        filter: filterOf(FILTER_LIMITS.conditions, () => ({
          not: { not: { tag: { eq: 'xylophone' } } },
        })),
      },
    ),
    answered(
      'a filter by many ids, beside each service',
      `($filter: FaqFilter) { services(first: 50) { nodes {${aliased(45, 'faqs(first: 1, filter: $filter) { totalCount }')}} } }`,
      {
        filter: {
          service: {
            id: {
              in: Array.from({ length: FILTER_LIMITS.values / 2 }, (_, nth) => `xylophone ${nth}`),
            },
            slug: {
              in: Array.from({ length: FILTER_LIMITS.values / 2 }, (_, nth) => `xylophone ${nth}`),
            },
          },
        },
      },
    ),
    answered(
      'filters beside each service, by many names',
      `($filter: FaqFilter) { services(first: 100) { nodes {${aliased(49, 'faqs(first: 1, filter: $filter) { totalCount }')}} } }`,
      {
        filter: BY_WORDS,
      },
    ),
    answered(
      'filters, and a list that stands twice on a condition',
      `($filter: FaqFilter, $yes: Boolean!) {${aliased(40, 'faqs(first: 1, filter: $filter) { totalCount }')} faqs { totalCount } faqs @include(if: $yes) { nodes { id } }}`,
      {
        filter: BY_WORDS,
        yes: true,
      },
    ),
    refused(
      'filters, and at the end a cursor that is none',
      `($filter: FaqFilter) {${aliased(40, 'faqs(first: 1, filter: $filter) { totalCount }')} z: faqs(after: "x") { totalCount }}`,
      {
        filter: BY_WORDS,
      },
    ),
    answered(
      'a deep filter over relations',
      `{${aliased(8, `services(first: 1, filter: ${nested(6, '{ not: { text: { contains: "xylophone" } } }')}) { totalCount nodes { faqs(first: 8, filter: { not: { text: { contains: "xylophone" } } }) { totalCount } } }`)}}`,
    ),
    answered(
      'a search by misspelt words',
      `{${aliased(10, `search(query: "${MISSPELT}", first: 1) { totalCount }`)}}`,
    ),
    answered(
      'a search by beginnings',
      `{${aliased(10, `search(query: "${BEGINNINGS}", first: 1) { totalCount }`)}}`,
    ),
    answered(
      'a page of a search, with what it quotes',
      `{ search(query: "${BEGINNINGS}", first: 100) { edges { highlights { html } node { __typename id safety { id } } } } }`,
    ),
    answered(
      'nodes by ids that are not there',
      `{${aliased(40, `nodes(ids: [${'"x" '.repeat(15)}]) { id }`)}}`,
    ),
  ];
}

/**
 * Questions by chance, the same in every run.
 *
 * @param sdl the schema as the server tells it.
 */
export function randomQuestions(sdl: string, count: number): WorstQuestion[] {
  const random = new RandomQuery(buildSchema(sdl), dice(1));
  return Array.from({ length: count }, () => {
    const { query, variables } = random.ask('Random');
    return {
      name: 'by chance',
      operation: query.slice('query Random'.length),
      variables,
      isAnswered: null,
    };
  });
}

function answered(name: string, operation: string, variables = {}): WorstQuestion {
  return { name, operation, variables, isAnswered: true };
}

function refused(name: string, operation: string, variables = {}): WorstQuestion {
  return { name, operation, variables, isAnswered: false };
}

/** The part as often as an operation may be long. */
function filled(before: string, part: string, after: string): string {
  const head = tokensOf(`query Worst${before}${after}`);
  return before + part.repeat(Math.floor((LIMITS.tokens - head) / tokensOf(part))) + after;
}

/** The field by that many names, or by as many as an operation may be long. */
function aliased(times: number, field: string): string {
  const fitting = Math.floor((LIMITS.tokens - REST_OF_OPERATION) / tokensOf(`a: ${field}`));
  return each(Math.min(times, fitting), (nth) => `a${nth}: ${field}`);
}

function each(times: number, part: (nth: number) => string): string {
  return Array.from({ length: times }, (_, nth) => part(nth)).join(' ');
}

function nested(times: number, filter: string): string {
  return '{ and: ['.repeat(times) + filter + '] }'.repeat(times);
}

/** As the limit counts them. */
function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}
