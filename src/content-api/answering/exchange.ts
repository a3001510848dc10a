import type { GraphQLRequestListener } from '@apollo/server';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Caller } from '../access/caller';
import type { Catalogue } from '../catalogue/catalogue';
import type { Testimony } from '../catalogue/reads/witness';
import type { RequestContext } from '../graphql/context';
import type { Answer } from './answer';
import type { Operation } from './operation';
import type { Variables } from './variables';

/** One question on its way through the server, and what is found out about it there. */
export interface Exchange {
  readonly caller: Caller;
  readonly catalogue: Catalogue;
  /** A stream's question is admitted, and answered event by event. */
  readonly wants: 'answer' | 'stream';
  /** Names those who may be given the same answers; null where nobody may keep them. */
  readonly shelf: string | null;
  /** Whether a plugin wants to see it executed. */
  isWatched: boolean;
  /** What plugins want to be told of it. */
  readonly listeners: GraphQLRequestListener<AnsweringContext>[];
  document: DocumentNode | null;
  node: OperationDefinitionNode | null;
  /** Null until the operation was found, and found admissible. */
  operation: Operation | null;
  /** As the operation defines them; null where what was sent does not fit. */
  variables: Variables | null;
  /** The operation with its variables, as answers to it are found again; null as long as it has none. */
  name: string | null;
  /** In points. */
  cost: number | null;
  /** What a compiled query read of the catalogue. */
  testimony: Testimony | null;
  /** The kept answer that it was found to have. */
  known: Answer | null;
  /** An error of the compiled query that is no refusal, for the server to find too; or one that a rule of validation threw. */
  refused: Error | null;
}

/** What plugins of the server find as their context. */
export interface AnsweringContext extends RequestContext {
  readonly exchange: Exchange;
}

export function exchangeOf({
  caller,
  catalogue,
  wants,
  shelf,
}: Pick<Exchange, 'caller' | 'catalogue' | 'wants' | 'shelf'>): Exchange {
  return {
    caller,
    catalogue,
    wants,
    shelf,
    isWatched: false,
    listeners: [],
    document: null,
    node: null,
    operation: null,
    variables: null,
    name: null,
    cost: null,
    testimony: null,
    known: null,
    refused: null,
  };
}

/**
 * An operation with its variables, whatever else was sent and in whatever order. It begins with a sign that no request
 * can send, as these are read byte by byte.
 */
export function nameOf(operation: Operation, variables: Variables): string {
  // One that is absent is told apart from one that is null.
  const used = operation.variableNames
    .filter((name) => Object.hasOwn(variables, name))
    .map((name) => [name, variables[name]]);
  return `→${operation.id} ${JSON.stringify(used)}`;
}
