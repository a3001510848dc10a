import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
} from 'graphql';
import type { Dice } from '../bench/practice/dice';

const DEPTH = 4;
const MOST_ALIASES = 40;
/** Words that meet something, words that meet nothing, and words that break what is not careful. */
const WORDS = [
  'kap',
  'en',
  'es',
  'safety',
  'ketamine',
  'therepy for depresión',
  'ana',
  '',
  ' ',
  '%',
  "'",
  '¿Qué?',
  '😀',
  '\\',
  '$1',
  '__proto__',
  'x'.repeat(300),
];

/** A whole number from 0, less than this. */
function below(dice: Dice, end: number): number {
  return dice.integer(0, end - 1);
}

/** Writes queries that are valid by the schema, whatever they mean. */
export class RandomQuery {
  #aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
    /** What is asked for beside words that meet something, nothing, or break what is not careful. */
    private readonly moreWords: readonly string[] = [],
  ) {}

  write(): string {
    this.#aliases = 0;
    const query = this.schema.getQueryType();
    if (!query) throw new Error('The schema has no queries.');
    return this.#selection(query, DEPTH);
  }

  #selection(type: GraphQLNamedOutputType, depth: number): string {
    if (isUnionType(type) || isInterfaceType(type)) {
      const own = isInterfaceType(type) ? this.#fields(Object.values(type.getFields()), depth) : [];
      const possible = this.schema.getPossibleTypes(type);
      const one = this.#of(possible);
      return `{ __typename ${own.join(' ')} ... on ${one.name} ${this.#selection(one, depth - 1)} }`;
    }
    if (!isObjectType(type)) throw new Error(`${type.name} has no fields.`);
    const fields = this.#fields(Object.values(type.getFields()), depth);
    // Clinical text is answered with its safety notices or not at all.
    if (type.getFields().safety && !fields.some((field) => field.startsWith('safety '))) {
      fields.push('safety { id }');
    }
    if (fields.some((field) => field.startsWith('highlights ')))
      fields.push('node { safety { id } }');
    return `{ __typename ${fields.join(' ')} }`;
  }

  #fields(all: readonly GraphQLField<unknown, unknown>[], depth: number): string[] {
    const possible = all.filter(({ type }) => depth > 1 || isLeafType(getNamedType(type)));
    const count = 1 + below(this.dice, 4);
    const chosen = new Set(Array.from({ length: count }, () => this.#of(possible)));
    return [...chosen]
      .filter((field) => field !== undefined)
      .map((field) => this.#field(field, depth));
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const args = field.args.flatMap((argument) => this.#argument(argument));
    const isRenamed = field.args.length > 0 && this.#aliases < MOST_ALIASES;
    // Where one field stands twice in a selection it must be asked the same.
    const alias = isRenamed ? `a${(this.#aliases += 1)}: ` : '';
    const asked = args.length > 0 ? `(${args.join(', ')})` : '';
    const type = getNamedType(field.type);
    const inner = isLeafType(type) ? '' : ` ${this.#selection(type, depth - 1)}`;
    return `${alias}${field.name}${asked}${inner}`;
  }

  #argument({ name, type }: GraphQLArgument): string[] {
    // Most cursors that are made up are refused, and so are most sizes from both ends: they must not be all there is.
    const chance = ['after', 'before', 'last', 'since'].includes(name) ? 20 : 3;
    if (!isNonNullType(type) && below(this.dice, chance) > 0) return [];
    if (name === 'locale' && below(this.dice, 10) > 0)
      return [`locale: "${this.dice.pick(['en', 'es'])}"`];
    return [`${name}: ${this.#value(type, 3)}`];
  }

  #value(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.#value(type.ofType, depth);
    if (below(this.dice, 12) === 0) return 'null';
    if (isListType(type)) {
      const items = Array.from({ length: below(this.dice, 3) }, () =>
        this.#given(type.ofType, depth),
      );
      return `[${items.join(', ')}]`;
    }
    return this.#given(type, depth);
  }

  #given(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.#given(type.ofType, depth);
    if (isEnumType(type)) return this.#of(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth > 0 && below(this.dice, 4) === 0),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.#value(field.type, depth - 1)}`).join(', ')} }`;
    }
    if (isListType(type)) return this.#value(type, depth);
    switch (type.name) {
      case 'Int':
        return String(this.#of([1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 0, -1, 101]));
      case 'Float':
        return '1.5';
      case 'Boolean':
        return String(below(this.dice, 2) === 0);
      default:
        return JSON.stringify(this.#of([...WORDS, ...this.moreWords]));
    }
  }

  #of<Item>(items: readonly Item[]): Item {
    return this.dice.pick(items);
  }
}

/** A text with a few of its characters changed, dropped, doubled or swapped. */
export function mutated(text: string, dice: Dice): string {
  const characters = [...text];
  for (let times = 1 + below(dice, 4); times > 0; times -= 1) {
    const place = below(dice, characters.length);
    const other = '{}()[]:!$"\\@.,&|#\n \u0000éx1-'[below(dice, 25)] ?? '';
    const replacement = [other, '', `${characters[place] ?? ''}${other}`][below(dice, 3)] ?? '';
    characters.splice(place, 1, replacement);
  }
  return characters.join('');
}
