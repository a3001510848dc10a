import {
  GraphQLError,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  getArgumentValues,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { wireString } from '../../wire-text';
import { holds } from './condition';
import { leafWriter } from './leaf';
import { readyText } from '../../graphql/ready-text';
import { ApiError } from '../../errors';
import { graphqlErrorOf } from '../error-format';
import { isPage } from '../page-type';
import type { Variables } from '../variables';
import type { Resolvers } from './resolvers';
import { listWriter, objectListWriter } from './list-writer';
import { objectWriter, type WrittenField } from './object-writer';
import { Selections, type SelectedField, type Selecting } from './selections';
import {
  choosing,
  nonNull,
  nullable,
  reading,
  short,
  type Run,
  type WritePieces,
  type Writer,
} from './writer';

type ObjectField = GraphQLField<unknown, unknown>;

/**
 * Makes functions of a query's fields. What they hold is kept for as long as the query is known, so none of them holds
 * the compiler, and with it the query's whole text.
 */
export class Compiler {
  readonly #selections: Selections;
  readonly #info: GraphQLResolveInfo;
  #fieldsWithArguments = 0;
  #listsOfObjects = 0;
  readonly #isDecided: boolean;
  #isLeftAlone = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly resolvers: Resolvers,
    document: DocumentNode,
    variables: Variables | null = null,
  ) {
    this.#selections = new Selections(schema, document, variables);
    this.#isDecided = variables !== null;
    // All that any of our resolvers, and of introspection's, looks at.
    this.#info = { schema } as GraphQLResolveInfo;
  }

  get isLeftAlone(): boolean {
    return this.#isLeftAlone || this.#selections.isTired;
  }

  /** Writes the whole of an operation. */
  root(type: GraphQLObjectType, from: readonly Selecting[]): WritePieces {
    return objectWriter(this.#fields(type, from)).pieces;
  }

  #fields(type: GraphQLObjectType, from: readonly Selecting[]): WrittenField[] {
    return [...this.#selections.of(from, type)].map(([key, selected]) => ({
      first: `{${wireString(key)}:`,
      later: `,${wireString(key)}:`,
      isWanted: this.#condition(selected),
      writer: this.#field(type, selected),
    }));
  }

  /** @returns null for a field that is answered in any case. */
  #condition(selected: readonly SelectedField[]): ((run: Run) => boolean) | null {
    const conditions = selected.flatMap((field) => field.conditions);
    if (conditions.length === 0) return null;
    // Which of them hold decides about its place in the answer and about what is in it. Of those that are left when the
    // variables are known none does: they fail.
    if (selected.length > 1 && !this.#isDecided) this.#isLeftAlone = true;
    const tests = conditions.map(holds);
    return ({ variables }) => tests.every((test) => test(variables));
  }

  #field(parent: GraphQLObjectType, selected: readonly SelectedField[]): Writer {
    const nodes = selected.map(({ node }) => node);
    const [node] = nodes;
    if (!node) throw new Error('A field is selected by a node at least.');
    const name = node.name.value;
    if (name === '__typename') {
      const json = wireString(parent.name);
      return short(() => json);
    }
    const field = this.#definition(parent, name);
    const ready = readyText(field);
    if (ready) return short((source) => ready(source));
    // Pages and searches have arguments, and pages hold many; other lists are few by nature.
    const isRoot = parent === this.schema.getQueryType();
    const takesLong = isRoot || isPage(parent) || field.args.length > 0;
    return reading(this.#read(field, name, node), this.#value(field.type, nodes), takesLong);
  }

  #read(field: ObjectField, name: string, node: FieldNode): (source: unknown, run: Run) => unknown {
    // Introspection's fields are no type's own, and nobody puts anything round them.
    const resolve = this.resolvers.get(field) ?? metaResolver(field);
    if (!resolve) return (source) => (source as Record<string, unknown>)[name];
    const argumentsOf = this.#arguments(field, node);
    const info = this.#info;
    return (source, run) => {
      try {
        return resolve(source, argumentsOf(run), run.context, info);
      } catch (error) {
        throw error instanceof ApiError ? graphqlErrorOf(error, node) : error;
      }
    };
  }

  #definition(parent: GraphQLObjectType, name: string): ObjectField {
    const field =
      parent === this.schema.getQueryType() && name === SchemaMetaFieldDef.name
        ? SchemaMetaFieldDef
        : parent === this.schema.getQueryType() && name === TypeMetaFieldDef.name
          ? TypeMetaFieldDef
          : parent.getFields()[name];
    if (!field) throw new Error(`A valid query selects fields that there are: ${name}.`);
    return field;
  }

  /** Read once for all objects of an answer: what they say depends on the variables alone. */
  #arguments(field: ObjectField, node: FieldNode): (run: Run) => Record<string, unknown> {
    const place = this.#fieldsWithArguments;
    this.#fieldsWithArguments += 1;
    return ({ args, variables }) => (args[place] ??= getArgumentValues(field, node, variables));
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Writer {
    return isNonNullType(type)
      ? nonNull(this.#present(type.ofType, nodes))
      : nullable(this.#present(type, nodes));
  }

  /** Writes what is not null. */
  #present(type: GraphQLOutputType, nodes: readonly FieldNode[]): Writer {
    if (isListType(type)) return this.#list(type.ofType, nodes);
    if (isObjectType(type)) return objectWriter(this.#fields(type, nodes));
    if (isAbstractType(type)) return this.#abstract(type, nodes);
    if (isNonNullType(type)) throw new Error('What must not be null is looked at before.');
    return short(leafWriter(type));
  }

  #list(type: GraphQLOutputType, nodes: readonly FieldNode[]): Writer {
    if (!isNonNullType(type) || !isObjectType(type.ofType)) {
      return listWriter(this.#value(type, nodes));
    }
    const place = this.#listsOfObjects;
    this.#listsOfObjects += 1;
    return objectListWriter(this.#fields(type.ofType, nodes), place);
  }

  /** Objects of one class are of one type, so that each class is looked up once. */
  #abstract(type: GraphQLAbstractType, nodes: readonly FieldNode[]): Writer {
    const writers = new Map(
      this.schema
        .getPossibleTypes(type)
        .map((possible) => [possible.name, objectWriter(this.#fields(possible, nodes))]),
    );
    const byClass = new Map<unknown, Writer>();
    const info = this.#info;
    return choosing([...writers.values()], (value, run) => {
      const { constructor } = value as object;
      let writer = byClass.get(constructor);
      if (!writer) {
        const name: unknown = type.resolveType?.(value, run.context, info, type);
        writer = typeof name === 'string' ? writers.get(name) : undefined;
        if (!writer) throw new GraphQLError(`No type of ${type.name}.`);
        byClass.set(constructor, writer);
      }
      return writer;
    });
  }
}

function metaResolver(field: ObjectField): ObjectField['resolve'] {
  return field === SchemaMetaFieldDef || field === TypeMetaFieldDef ? field.resolve : undefined;
}
