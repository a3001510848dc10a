import {
  GraphQLBoolean,
  GraphQLNonNull,
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
const CONDITION = new GraphQLNonNull(GraphQLBoolean);
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

/** A query, and the variables that go along. */
export interface RandomQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Stands within a value for what the request brings. */
class Variable {
  constructor(readonly name: string) {}
}

/** Writes queries that are valid by the schema, whatever they mean. */
export class RandomQuery {
  #aliases = 0;
  #definitions: string[] = [];
  #variables: Record<string, unknown> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dice: Dice,
    /** What is asked for beside words that meet something, nothing, or break what is not careful. */
    private readonly moreWords: readonly string[] = [],
  ) {}

  /** @param name the operation's own; none where it is left out. */
  ask(name = ''): RandomQuestion {
    this.#aliases = 0;
    this.#definitions = [];
    this.#variables = {};
    const type = this.schema.getQueryType();
    if (!type) throw new Error('The schema has no queries.');
    const selection = this.#selection(type, DEPTH);
    const defined = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    const head = name + defined;
    return {
      query: head === '' ? selection : `query ${head} ${selection}`,
      variables: this.#variables,
    };
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
    const isRenamed = field.args.length > 0 && this.#aliases < MOST_ALIASES;
    // Where one field stands twice in a selection it must be asked the same: by its bare name with what it must have.
    const alias = isRenamed ? `a${(this.#aliases += 1)}: ` : '';
    const args = field.args
      .filter((argument) => isRenamed || isNonNullType(argument.type))
      .flatMap((argument) => this.#argument(argument));
    const asked = args.length > 0 ? `(${args.join(', ')})` : '';
    const type = getNamedType(field.type);
    const inner = isLeafType(type) ? '' : ` ${this.#selection(type, depth - 1)}`;
    return `${alias}${field.name}${asked}${this.#condition(field)}${inner}`;
  }

  /** Whether a field is answered may depend on the variables, but never whether the notices beside a text are. */
  #condition({ name }: GraphQLField<unknown, unknown>): string {
    if (name === 'safety' || below(this.dice, 20) > 0) return '';
    const variable = this.#variable(CONDITION, () => this.dice.pick([true, false]));
    return ` @${this.dice.pick(['include', 'skip'])}(if: ${literal(variable, CONDITION)})`;
  }

  #argument({ name, type }: GraphQLArgument): string[] {
    // Most cursors that are made up are refused, and so are most sizes from both ends: they must not be all there is.
    const chance = ['after', 'before', 'last', 'since'].includes(name) ? 20 : 3;
    if (!isNonNullType(type) && below(this.dice, chance) > 0) return [];
    const isKnownLocale = name === 'locale' && below(this.dice, 10) > 0;
    const value = (mayVary: boolean) =>
      isKnownLocale ? this.dice.pick(['en', 'es']) : this.#value(type, 3, mayVary);
    const isVariable = below(this.dice, 3) === 0;
    const worth = isVariable ? this.#variable(type, () => value(false)) : value(true);
    return [`${name}: ${literal(worth, type)}`];
  }

  /** Defines a variable, which has a default or none, and whose value is sent, or left out where it need not be. */
  #variable(type: GraphQLInputType, value: () => unknown): Variable {
    const name = `v${this.#definitions.length + 1}`;
    const hasDefault = below(this.dice, 4) === 0;
    const otherwise = hasDefault ? ` = ${literal(value(), type)}` : '';
    // With a default, one that may be null is valid where null is not.
    const isLoose = hasDefault && isNonNullType(type) && below(this.dice, 4) === 0;
    this.#definitions.push(`$${name}: ${String(isLoose ? type.ofType : type)}${otherwise}`);
    const mayBeAbsent = hasDefault || !isNonNullType(type);
    if (!mayBeAbsent || below(this.dice, 4) > 0)
      this.#variables[name] = isLoose && below(this.dice, 2) === 0 ? null : value();
    return new Variable(name);
  }

  /** As JSON has it: an enum's value is its name. Variables stand in it where it may vary. */
  #value(type: GraphQLInputType, depth: number, mayVary: boolean): unknown {
    if (mayVary && below(this.dice, 10) === 0)
      return this.#variable(type, () => this.#value(type, depth, false));
    if (isNonNullType(type)) return this.#given(type.ofType, depth, mayVary);
    return below(this.dice, 12) === 0 ? null : this.#given(type, depth, mayVary);
  }

  #given(type: GraphQLInputType, depth: number, mayVary: boolean): unknown {
    if (isListType(type))
      return Array.from({ length: below(this.dice, 3) }, () =>
        this.#value(type.ofType, depth, mayVary),
      );
    if (isEnumType(type)) return this.#of(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth > 0 && below(this.dice, 4) === 0),
      );
      return Object.fromEntries(
        fields.map((field) => [field.name, this.#value(field.type, depth - 1, mayVary)]),
      );
    }
    switch (getNamedType(type).name) {
      case 'Int':
        return this.#of([1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 0, -1, 101]);
      case 'Float':
        return 1.5;
      case 'Boolean':
        return below(this.dice, 2) === 0;
      default:
        return this.#of([...WORDS, ...this.moreWords]);
    }
  }

  #of<Item>(items: readonly Item[]): Item {
    return this.dice.pick(items);
  }
}

/** A value as a query writes it. */
function literal(value: unknown, type: GraphQLInputType): string {
  if (value instanceof Variable) return `$${value.name}`;
  if (value === null) return 'null';
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type))
    return `[${(value as unknown[]).map((item) => literal(item, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return value as string;
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const types = type.getFields();
  const fields = Object.entries(value as object).flatMap(([name, inner]) =>
    types[name] ? [`${name}: ${literal(inner, types[name].type)}`] : [],
  );
  return `{ ${fields.join(', ')} }`;
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
