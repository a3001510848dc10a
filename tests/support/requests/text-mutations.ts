import { Kind, parse, print, visit, type DocumentNode, type FieldNode } from 'graphql';
import type { Dice } from '../../bench/practice/dice';
import { mutated, type RandomQuestion } from '../random-query';

/** Something that is done to a question; what was valid may stay so. */
type TextMutation = (question: RandomQuestion, dice: Dice) => RandomQuestion;

const CLINICAL_TEXTS = [
  'services(first: 1) { nodes { body { html } } }',
  'node(id: "kap") { ... on Service { body { html } } }',
  'faqs(first: 2) { nodes { answer { text } } }',
  'search(query: "ketamine") { edges { highlights { html } } }',
  'therapyPhases { nodes { ... { ... on TherapyPhase { aftercare { html } } } } }',
  'changes { changes { document { ... on Faq { answer { html } } } } }',
  'clinicians { nodes { services { body { markdown } } } }',
];
const REPEATED = [
  'edition { id }',
  '__typename',
  '__schema { types { name fields { name type { name } } } }',
  'faqs(first: 50) { nodes { id } }',
  'practice { name }',
  'services(first: 1) { nodes { name safety { title } body { html } } }',
];
const SIZES = [0, -1, 1, 2, 50, 100, 101, 1e9, 2 ** 31, 1.5, '7', null, true, [100], {}];
const COUNTS = [2, 10, 48, 49, 50, 51, 60];

const edited =
  (edit: (document: DocumentNode, dice: Dice) => DocumentNode): TextMutation =>
  ({ query, variables }, dice) => ({ query: print(edit(parse(query), dice)), variables });

const inSelection =
  (more: (dice: Dice) => string): TextMutation =>
  ({ query, variables }, dice) => {
    const place = dice.chance(0.5) ? query.indexOf('{') + 1 : placeOfRoot(query);
    return { query: `${query.slice(0, place)} ${more(dice)} ${query.slice(place)}`, variables };
  };

/** Behind the operation's own brace, where its head has objects in it too. */
function placeOfRoot(query: string): number {
  const head = /^query[^{]*(\([^)]*\))?\s*\{/.exec(query)?.[0];
  return head ? head.length : query.indexOf('{') + 1;
}

const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

function isSafety({ name }: FieldNode): boolean {
  return name.value === 'safety';
}

const withoutSafety = edited((document, dice) =>
  visit(document, {
    Field: (node) => (isSafety(node) && dice.chance(0.7) ? { ...noSafety(node, dice) } : undefined),
  }),
);

function noSafety(node: FieldNode, dice: Dice): FieldNode {
  return {
    ...node,
    selectionSet: undefined,
    name: { kind: Kind.NAME, value: dice.pick(['id', 'slug', '__typename']) },
  };
}

const conditionalSafety: TextMutation = ({ query, variables }, dice) => {
  const condition = dice.pick([
    '@include(if: false)',
    '@skip(if: true)',
    '@include(if: $no)',
    '@skip(if: $yes)',
  ]);
  const name = /\$(\w+)/.exec(condition)?.[1];
  const spelled = query.replace(/\bsafety\b/g, (word) =>
    dice.chance(0.8) ? `${word} ${condition}` : word,
  );
  if (name === undefined) return { query: spelled, variables };
  const definition = dice.pick([`$${name}: Boolean!`, `$${name}: Boolean! = ${name === 'yes'}`]);
  return {
    query: defining(spelled, definition),
    variables: { ...variables, [name]: name === 'yes' },
  };
};

/** The query with another variable in its head. */
function defining(query: string, definition: string): string {
  if (query.startsWith('{')) return `query Q(${definition}) ${query}`;
  const head = /^query \w*\(/.exec(query)?.[0];
  return head ? `${head}${definition}, ${query.slice(head.length)}` : query;
}

const inFragments: TextMutation = ({ query, variables }, dice) => {
  const depth = dice.pick([1, 2, 10, 40]);
  const place = placeOfRoot(query);
  const text = dice.pick([...CLINICAL_TEXTS, ...REPEATED]);
  const layers = times(depth, (index) => {
    const isLast = index === depth - 1;
    const next = `...f${index + 1}`;
    return `fragment f${index} on Query { ${isLast ? text : dice.pick([next, `${next} ${next}`, `... { ${next} }`, `... on Query { ${next} }`])} }`;
  });
  const cycle = dice.chance(0.1) ? ' fragment c on Query { ...c }' : '';
  return {
    query: `${query.slice(0, place)} ...f0 ${query.slice(place)} ${layers}${cycle}`,
    variables,
  };
};

const sizesInVariables: TextMutation = ({ query, variables }, dice) => {
  const size = dice.pick(SIZES);
  const definition = dice.pick([
    '$size: Int',
    '$size: Int = 2',
    '$size: Int!',
    '$size: Int = 100',
    '$size: Int! = 1',
  ]);
  const spelled = query.replace(/first: (\d+|\$\w+)/g, 'first: $size');
  const given = dice.chance(0.8) ? { ...variables, size } : variables;
  return { query: defining(spelled, definition), variables: given };
};

const moreOperations: TextMutation = ({ query, variables }, dice) => {
  const other = dice.pick([
    `query Other { ${dice.pick(CLINICAL_TEXTS)} }`,
    'query Other { practice { name } }',
    'subscription Other { changed { kind } }',
    'mutation Other { acknowledgeRecall(recall: "x") { id } }',
    '{ practice { name } }',
  ]);
  const named = query.startsWith('{') ? `query Own ${query}` : query;
  return { query: dice.chance(0.5) ? `${named} ${other}` : `${other} ${named}`, variables };
};

const deepArguments: TextMutation = ({ query, variables }, dice) => {
  const depth = dice.pick([3, 30, 300, 1_000]);
  const kind = dice.pick(['not', 'and']);
  const [open, close] = kind === 'not' ? ['{ not: ', ' }'] : ['{ and: [', '] }'];
  const value = `${open.repeat(depth)}{ id: { eq: "kap" } }${close.repeat(depth)}`;
  return inSelection(() => `deep: services(filter: ${value}) { totalCount }`)(
    { query, variables },
    dice,
  );
};

const deepVariable: TextMutation = (_, dice) => {
  let filter: object = { id: { eq: 'kap' } };
  for (let depth = dice.pick([3, 30, 300, 1_000]); depth > 0; depth -= 1) filter = { not: filter };
  return {
    query: 'query Deep($filter: ServiceFilter) { services(filter: $filter) { nodes { name } } }',
    variables: { filter },
  };
};

const otherVariables: TextMutation = ({ query, variables }, dice) => {
  const names = Object.keys(variables);
  if (names.length === 0) return { query, variables: { unused: dice.pick(SIZES) } };
  const name = dice.pick(names);
  const given = {
    ...variables,
    [name]: dice.pick([...SIZES, 'x'.repeat(300), [[[]]], '__proto__']),
  };
  if (dice.chance(0.2)) delete given[name];
  return { query, variables: given };
};

const nested: TextMutation = ({ variables }, dice) => {
  const depth = dice.pick([5, 13, 14, 15, 16, 40]);
  const inner = `${'safety { '.repeat(depth - 2)} id ${'}'.repeat(depth - 2)}`;
  return { query: `{ services(first: 1) { nodes { ${inner} } } }`, variables };
};

const wide: TextMutation = ({ variables }, dice) => {
  const size = dice.pick([3, 20, 60, 100]);
  const hidden = dice.chance(0.5);
  const first = hidden ? '$n' : String(size);
  const query = `${hidden ? 'query Q($n: Int) ' : ''}{ services(first: ${first}) { nodes { faqs(first: ${first}) { nodes { id services(first: ${first}) { nodes { id } } } } } } }`;
  return { query, variables: hidden ? { ...variables, n: size } : variables };
};

const long: TextMutation = ({ query, variables }, dice) => {
  const words = dice.pick([100, 1_000, 3_900, 4_100]);
  return inSelection(() => '__typename '.repeat(words))({ query, variables }, dice);
};

const textMutations: readonly TextMutation[] = [
  withoutSafety,
  withoutSafety,
  conditionalSafety,
  inFragments,
  sizesInVariables,
  moreOperations,
  deepArguments,
  deepVariable,
  otherVariables,
  nested,
  wide,
  long,
  inSelection((dice) => dice.pick(CLINICAL_TEXTS)),
  inSelection((dice) => {
    const field = dice.pick(REPEATED);
    return times(dice.pick(COUNTS), (index) => `a${index}: ${field}`);
  }),
  inSelection((dice) => `... @include(if: ${dice.chance(0.5)}) { ${dice.pick(CLINICAL_TEXTS)} }`),
  inSelection((dice) => `... @defer { ${dice.pick(REPEATED)} }`),
  ({ query, variables }, dice) => ({ query: mutated(query, dice), variables }),
  ({ query, variables }, dice) => ({
    query: dice.pick([
      `\ufeff${query}`,
      `# ketamine\n${query}`,
      `${query}\n\n`,
      query.replaceAll(' ', ',\n'),
    ]),
    variables,
  }),
];

/** The question after one thing was done to its text or its variables. */
export function otherText(question: RandomQuestion, dice: Dice): RandomQuestion {
  try {
    return dice.pick(textMutations)(question, dice);
  } catch {
    // What was broken before cannot be read to be changed further.
    return question;
  }
}
