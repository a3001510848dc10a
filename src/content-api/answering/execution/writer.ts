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
  /** Whether it may be long, or take long. What may not is one piece. */
  readonly isLong: boolean;
}

export function short(whole: Write): Writer {
  return { whole, pieces: (value, run) => [whole(value, run)], isLong: false };
}

/**
 * Writes what is read of a value.
 *
 * @param takesLong whether to read it may take long, however short it is.
 */
export function reading(
  read: (source: unknown, run: Run) => unknown,
  { whole, pieces, isLong }: Writer,
  takesLong = false,
): Writer {
  return {
    whole: (source, run) => whole(read(source, run), run),
    pieces: (source, run) => pieces(read(source, run), run),
    isLong: isLong || takesLong,
  };
}

export function nullable({ whole, pieces, isLong }: Writer): Writer {
  return {
    whole: (value, run) => (value == null ? 'null' : whole(value, run)),
    pieces: (value, run) => (value == null ? ['null'] : pieces(value, run)),
    isLong,
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
    isLong: writers.some(({ isLong }) => isLong),
  };
}

/** @throws GraphQLError where there is nothing. */
export function present(value: unknown): unknown {
  if (value == null) throw new GraphQLError('Null where the schema allows none.');
  return value;
}
