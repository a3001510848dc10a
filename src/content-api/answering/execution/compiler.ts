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
  /** Of each field with a list of objects, what was written of which list. */
  readonly lists: Map<unknown, string>[];
}

/** Writes a value as JSON. @throws Error for whatever GraphQL would tell an error of. */
export type Write = (value: unknown, run: Run) => string;

/** Likewise, but some of it at a time, so that others may have their turn in between. */
export type WritePieces = (value: unknown, run: Run) => Iterable<string>;

/** How values of a type are written: whole, or in pieces. What is written is the same. */
interface Writer {
  readonly whole: Write;
  /** Null for what holds no list. */
  readonly pieces: WritePieces | null;
  /** How many lists stand within one another. */
  readonly depth: number;
}

type ObjectField = GraphQLField<unknown, unknown>;

interface CompiledField {
  /** The field's name with what stands before it, where it is the first of its object and where it is not. */
  readonly first: string;
  readonly later: string;
  /** Null where it is answered in any case. */
  readonly isWanted: ((run: Run) => boolean) | null;
  readonly writer: Writer;
}

const NULL = 'Null where the schema allows none.';
/** Characters that objects of a list that are written together are to have. */
const PIECE = 48 * 1024;
/** Objects of a list that are written together: at first, while nobody knows how long they are, and at most. */
const FIRST_TOGETHER = 4;
const MOST_TOGETHER = 32;

/**
 * Makes functions of a query's fields. What they hold is kept for as long as the query is known, so none of them holds
 * the compiler, and with it the query's whole text.
 */
export class Compiler {
  readonly #selections: Selections;
  readonly #info: GraphQLResolveInfo;
  #fieldsWithArguments = 0;
  #listsOfObjects = 0;
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

  /** Writes the whole of an operation. */
  root(type: GraphQLObjectType, from: readonly Selecting[]): WritePieces {
    const fields = this.#fields(type, from).map(({ writer, ...field }) => {
      const { whole, depth } = writer;
      // Each may take long, as a search does, however short it is.
      const pieces: WritePieces = writer.pieces ?? ((source, run) => [whole(source, run)]);
      return { ...field, writer: { whole, pieces, depth } };
    });
    return inPieces(fields);
  }

  #object(type: GraphQLObjectType, from: readonly Selecting[]): Writer {
    const fields = this.#fields(type, from);
    const depth = depthOf(fields);
    return {
      whole: (value, run) => written(fields, value, run),
      pieces: depth === 0 ? null : inPieces(fields),
      depth,
    };
  }

  #fields(type: GraphQLObjectType, from: readonly Selecting[]): CompiledField[] {
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
    // Which of them hold decides about its place in the answer and about what is in it.
    if (selected.length > 1) this.#isLeftAlone = true;
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
    const { whole, pieces, depth } = this.#value(field.type, nodes);
    const read = this.#read(field, name, node);
    return {
      whole: (source, run) => whole(read(source, run), run),
      pieces: pieces && ((source, run) => pieces(read(source, run), run)),
      depth,
    };
  }

  #read(field: ObjectField, name: string, node: FieldNode): (source: unknown, run: Run) => unknown {
    // Introspection's fields are no type's own, and nobody puts anything round them.
    const resolve = this.resolvers.get(field) ?? metaResolver(field);
    if (!resolve) return (source) => (source as Record<string, unknown>)[name];
    const argumentsOf = this.#arguments(field, node);
    const info = this.#info;
    return (source, run) => resolve(source, argumentsOf(run), run.context, info);
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
    if (isNonNullType(type)) {
      const { whole, pieces, depth } = this.#present(type.ofType, nodes);
      return {
        whole: (value, run) => whole(present(value), run),
        pieces: pieces && ((value, run) => pieces(present(value), run)),
        depth,
      };
    }
    const { whole, pieces, depth } = this.#present(type, nodes);
    return {
      whole: (value, run) => (value == null ? 'null' : whole(value, run)),
      pieces: pieces && ((value, run) => (value == null ? ['null'] : pieces(value, run))),
      depth,
    };
  }

  /** Writes what is not null. */
  #present(type: GraphQLOutputType, nodes: readonly FieldNode[]): Writer {
    if (isListType(type)) return this.#list(type.ofType, nodes);
    if (isObjectType(type)) return this.#object(type, nodes);
    if (isAbstractType(type)) return short(this.#abstract(type, nodes));
    if (isNonNullType(type)) throw new Error('What must not be null is looked at before.');
    return short(leafWriter(type));
  }

  #list(type: GraphQLOutputType, nodes: readonly FieldNode[]): Writer {
    if (isNonNullType(type) && isObjectType(type.ofType)) {
      return this.#listOfObjects(type.ofType, nodes);
    }
    const { whole, depth } = this.#value(type, nodes);
    function* pieces(value: unknown, run: Run) {
      let before = '[';
      for (const item of listOf(value)) {
        yield before + whole(item, run);
        before = ',';
      }
      yield before === '[' ? '[]' : ']';
    }
    return { whole: (value, run) => [...pieces(value, run)].join(''), pieces, depth: depth + 1 };
  }

  #listOfObjects(type: GraphQLObjectType, nodes: readonly FieldNode[]): Writer {
    const fields = this.#fields(type, nodes);
    const depth = depthOf(fields) + 1;
    const place = this.#listsOfObjects;
    this.#listsOfObjects += 1;
    return {
      // The same list, as of notices, stands at many places of an answer.
      whole(value, run) {
        const written = (run.lists[place] ??= new Map());
        const json = written.get(value) ?? `[${together(fields, listOf(value), run)}]`;
        written.set(value, json);
        return json;
      },
      // Of lists of lists each object may be as long as an answer may be.
      pieces: depth > 2 ? oneByOne(fields) : someByOne(fields),
      depth,
    };
  }

  /** Objects of one class are of one type, so that each class is looked up once. */
  #abstract(type: GraphQLAbstractType, nodes: readonly FieldNode[]): Write {
    const writers = new Map(
      this.schema
        .getPossibleTypes(type)
        .map((possible) => [possible.name, this.#object(possible, nodes).whole]),
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

function short(whole: Write): Writer {
  return { whole, pieces: null, depth: 0 };
}

function depthOf(fields: readonly CompiledField[]): number {
  return fields.reduce((deepest, { writer }) => Math.max(deepest, writer.depth), 0);
}

function written(fields: readonly CompiledField[], value: unknown, run: Run): string {
  let json = '';
  for (const { isWanted, first, later, writer } of fields) {
    if (isWanted !== null && !isWanted(run)) continue;
    json += json === '' ? first : later;
    json += writer.whole(value, run);
  }
  return json === '' ? '{}' : `${json}}`;
}

/** Writes an object field by field, and those of its fields that may be long in pieces. */
function inPieces(fields: readonly CompiledField[]) {
  return function* pieces(value: unknown, run: Run): Generator<string, void, void> {
    let json = '';
    let isFirst = true;
    for (const { isWanted, first, later, writer } of fields) {
      if (isWanted !== null && !isWanted(run)) continue;
      json += isFirst ? first : later;
      isFirst = false;
      if (writer.pieces === null) {
        json += writer.whole(value, run);
      } else {
        yield json;
        json = '';
        yield* writer.pieces(value, run);
      }
    }
    yield isFirst ? '{}' : `${json}}`;
  };
}

/** Writes the objects of a list one after the other, each in pieces. */
function oneByOne(fields: readonly CompiledField[]): WritePieces {
  const pieces = inPieces(fields);
  return function* (value, run) {
    let before = '[';
    for (const item of listOf(value)) {
      yield before;
      before = ',';
      yield* pieces(present(item), run);
    }
    yield before === '[' ? '[]' : ']';
  };
}

/** Writes some objects of a list together, then some more: as many as make a piece, going by those before. */
function someByOne(fields: readonly CompiledField[]): WritePieces {
  return function* (value, run) {
    const items = listOf(value);
    let json = '[';
    let count = FIRST_TOGETHER;
    for (let next = 0; next < items.length;) {
      const some = items.slice(next, next + count);
      const text = together(fields, some, run);
      next += some.length;
      json += text;
      if (next === items.length) break;
      yield `${json},`;
      json = '';
      count = Math.round((some.length * PIECE) / text.length);
      count = Math.max(1, Math.min(MOST_TOGETHER, count));
    }
    yield `${json}]`;
  };
}

/**
 * Objects with commas between them: field by field, each for all objects, and not object by object. What is read of one
 * object leads nowhere else than what is read of the next, so a processor fetches both at once; in a large catalogue it
 * waits for memory most of the time.
 */
function together(fields: readonly CompiledField[], items: readonly unknown[], run: Run): string {
  // Then a condition that cannot hold has nothing to fail at.
  if (items.length === 0) return '';
  const texts = items.map((item) => {
    present(item);
    return '';
  });
  let isFirst = true;
  for (const { isWanted, first, later, writer } of fields) {
    if (isWanted !== null && !isWanted(run)) continue;
    const key = isFirst ? first : later;
    isFirst = false;
    for (let index = 0; index < items.length; index += 1) {
      texts[index] += key + writer.whole(items[index], run);
    }
  }
  if (isFirst) return texts.map(() => '{}').join();
  return `${texts.join('},')}}`;
}

function present(value: unknown): unknown {
  if (value == null) throw new GraphQLError(NULL);
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new GraphQLError('No list where the schema has one.');
  return value;
}

function metaResolver(field: ObjectField): ObjectField['resolve'] {
  return field === SchemaMetaFieldDef || field === TypeMetaFieldDef ? field.resolve : undefined;
}
