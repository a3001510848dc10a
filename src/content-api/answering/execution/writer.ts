import { GraphQLError } from 'graphql';
import type { RequestContext } from '../../graphql/context';
import type { Variables } from '../variables';

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
export interface Writer {
  readonly whole: Write;
  readonly pieces: WritePieces;
  /** How many lists stand within one another. What holds none is one piece. */
  readonly depth: number;
}

/** What holds no list. */
export function short(whole: Write): Writer {
  return { whole, pieces: (value, run) => [whole(value, run)], depth: 0 };
}

/** Writes what is read of a value. */
export function reading(
  read: (source: unknown, run: Run) => unknown,
  { whole, pieces, depth }: Writer,
): Writer {
  return {
    whole: (source, run) => whole(read(source, run), run),
    pieces: (source, run) => pieces(read(source, run), run),
    depth,
  };
}

export function nullable({ whole, pieces, depth }: Writer): Writer {
  return {
    whole: (value, run) => (value == null ? 'null' : whole(value, run)),
    pieces: (value, run) => (value == null ? ['null'] : pieces(value, run)),
    depth,
  };
}

export function nonNull(writer: Writer): Writer {
  return reading(present, writer);
}

/** Writes each value by one of several writers. */
export function choosing(
  writers: readonly Writer[],
  choose: (value: unknown, run: Run) => Writer,
): Writer {
  return {
    whole: (value, run) => choose(value, run).whole(value, run),
    pieces: (value, run) => choose(value, run).pieces(value, run),
    depth: Math.max(0, ...writers.map(({ depth }) => depth)),
  };
}

/** @throws GraphQLError where there is nothing. */
export function present(value: unknown): unknown {
  if (value == null) throw new GraphQLError('Null where the schema allows none.');
  return value;
}
