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
import type { RequestContext } from '../../graphql/context';
import { holds } from './condition';
import { leafWriter } from './leaf';
import { readyText } from '../../graphql/ready-text';
import type { Variables } from '../variables';
import type { Resolvers } from './resolvers';
import { Selections, type SelectedField, type Selecting } from './selections';

/** One execution of a query. */
export interface Run {
  readonly context: RequestContext;
  /** As the operation's definitions have them, defaults filled in. */
  readonly variables: Variables;
  /** Of each field that has some, in the order in which fields were compiled; read when they are first needed. */
  readonly args: Record<string, unknown>[];
}

/** Writes a value as JSON. @throws Error for whatever GraphQL would tell an error of. */
export type Write = (value: unknown, run: Run) => string;

/** Writes one field of the root. @throws Error likewise. */
export type WritePart = (run: Run, isFirst: boolean) => string | null;

type ObjectField = GraphQLField<unknown, unknown>;

interface CompiledField {
  /** The field's name with what stands before it, where it is the first of its object and where it is not. */
  readonly first: string;
  readonly later: string;
  /** Null where it is answered in any case. */
  readonly isWanted: ((run: Run) => boolean) | null;
  readonly write: Write;
}

const NULL = 'Null where the schema allows none.';

/**
 * Makes functions of a query's fields. What they hold is kept for as long as the query is known, so none of them holds
 * the compiler, and with it the query's whole text.
 */
export class Compiler {
  readonly #selections: Selections;
  readonly #info: GraphQLResolveInfo;
  #fieldsWithArguments = 0;
  #isLeftAlone = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly resolvers: Resolvers,
    document: DocumentNode,
  ) {
    this.#selections = new Selections(schema, document);
    // All that any of our resolvers, and of introspection's, looks at.
    this.#info = { schema } as GraphQLResolveInfo;
  }

  get isLeftAlone(): boolean {
    return this.#isLeftAlone || this.#selections.isTired;
  }

  object(type: GraphQLObjectType, from: readonly Selecting[]): Write {
    const fields = this.#fields(type, from);
    return (value, run) => {
      let json = '';
      for (const { isWanted, first, later, write } of fields) {
        if (isWanted !== null && !isWanted(run)) continue;
        json += json === '' ? first : later;
        json += write(value, run);
      }
      return json === '' ? '{}' : `${json}}`;
    };
  }

  /** The fields of an object, each to be written by itself: `{"name":…` or `,"name":…`; null for one that is left out. */
  parts(type: GraphQLObjectType, from: readonly Selecting[]): WritePart[] {
    return this.#fields(type, from).map(({ isWanted, first, later, write }) => {
      return (run, isFirst) => {
        if (isWanted !== null && !isWanted(run)) return null;
        return (isFirst ? first : later) + write(undefined, run);
      };
    });
  }

  #fields(type: GraphQLObjectType, from: readonly Selecting[]): CompiledField[] {
    return [...this.#selections.of(from, type)].map(([key, selected]) => ({
      first: `{${wireString(key)}:`,
      later: `,${wireString(key)}:`,
      isWanted: this.#condition(selected),
      write: this.#field(type, selected),
    }));
  }

  /** @returns null for a field that is answered in any case. */
  #condition(selected: readonly SelectedField[]): ((run: Run) => boolean) | null {
    const conditions = selected.flatMap((field) => field.conditions);
    if (conditions.length === 0) return null;
    // Which of them hold decides about its place in the answer and about what is in it.
    if (selected.length > 1) this.#isLeftAlone = true;
    const tests = conditions.map(holds);
    return ({ variables }) => tests.every((test) => test(variables));
  }

  #field(parent: GraphQLObjectType, selected: readonly SelectedField[]): Write {
    const nodes = selected.map(({ node }) => node);
    const [node] = nodes;
    if (!node) throw new Error('A field is selected by a node at least.');
    const name = node.name.value;
    if (name === '__typename') {
      const json = wireString(parent.name);
      return () => json;
    }
    const field = this.#definition(parent, name);
    const ready = readyText(field);
    if (ready) return (source) => ready(source);
    const write = this.#value(field.type, nodes);
    // Introspection's fields are no type's own, and nobody puts anything round them.
    const resolve = this.resolvers.get(field) ?? metaResolver(field);
    if (!resolve) {
      return (source, run) => write((source as Record<string, unknown>)[name], run);
    }
    const argumentsOf = this.#arguments(field, node);
    const info = this.#info;
    return (source, run) => write(resolve(source, argumentsOf(run), run.context, info), run);
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

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    if (isNonNullType(type)) {
      const write = this.#present(type.ofType, nodes);
      return (value, run) => {
        if (value == null) throw new GraphQLError(NULL);
        return write(value, run);
      };
    }
    const write = this.#present(type, nodes);
    return (value, run) => (value == null ? 'null' : write(value, run));
  }

  /** Writes what is not null. */
  #present(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    if (isListType(type)) return this.#list(type.ofType, nodes);
    if (isObjectType(type)) return this.object(type, nodes);
    if (isAbstractType(type)) return this.#abstract(type, nodes);
    if (isNonNullType(type)) throw new Error('What must not be null is looked at before.');
    return leafWriter(type);
  }

  #list(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    if (isNonNullType(type) && isObjectType(type.ofType)) {
      return this.#listOfObjects(type.ofType, nodes);
    }
    const write = this.#value(type, nodes);
    return (value, run) => {
      let json = '';
      for (const item of listOf(value)) {
        json += json === '' ? '[' : ',';
        json += write(item, run);
      }
      return json === '' ? '[]' : `${json}]`;
    };
  }

  /**
   * Field by field, each for all objects, and not object by object. What is read of one object leads nowhere else than
   * what is read of the next, so a processor fetches both at once; in a large catalogue it waits for memory most of the
   * time.
   */
  #listOfObjects(type: GraphQLObjectType, nodes: readonly FieldNode[]): Write {
    const fields = this.#fields(type, nodes);
    return (value, run) => {
      const items = listOf(value);
      if (items.length === 0) return '[]';
      const texts = items.map((item) => {
        if (item == null) throw new GraphQLError(NULL);
        return '';
      });
      let isFirst = true;
      for (const { isWanted, first, later, write } of fields) {
        if (isWanted !== null && !isWanted(run)) continue;
        const key = isFirst ? first : later;
        isFirst = false;
        for (let index = 0; index < items.length; index += 1) {
          texts[index] += key + write(items[index], run);
        }
      }
      if (isFirst) return `[${texts.map(() => '{}').join()}]`;
      return `[${texts.join('},')}}]`;
    };
  }

  /** Objects of one class are of one type, so that each class is looked up once. */
  #abstract(type: GraphQLAbstractType, nodes: readonly FieldNode[]): Write {
    const writers = new Map(
      this.schema
        .getPossibleTypes(type)
        .map((possible) => [possible.name, this.object(possible, nodes)]),
    );
    const byClass = new Map<unknown, Write>();
    const info = this.#info;
    return (value, run) => {
      const { constructor } = value as object;
      let write = byClass.get(constructor);
      if (!write) {
        const name: unknown = type.resolveType?.(value, run.context, info, type);
        write = typeof name === 'string' ? writers.get(name) : undefined;
        if (!write) throw new GraphQLError(`No type of ${type.name}.`);
        byClass.set(constructor, write);
      }
      return write(value, run);
    };
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new GraphQLError('No list where the schema has one.');
  return value;
}

function metaResolver(field: ObjectField): ObjectField['resolve'] {
  return field === SchemaMetaFieldDef || field === TypeMetaFieldDef ? field.resolve : undefined;
}
