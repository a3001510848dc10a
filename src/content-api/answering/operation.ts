import {
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ApiError } from '../errors';
import { deprecationOf, type Deprecation } from './deprecation';
import { CompiledQuery } from './execution/compiled-query';
import type { Resolvers } from './execution/resolvers';
import { fixed, type Cost } from './limits/cost';
import { inspect } from './limits/inspection';

/** A refusal weighs little. */
const REFUSED_FIELDS = 10;

/** What is found out once about an operation of a valid document. */
export interface Operation {
  /** Sets it apart from every other operation of the process. */
  readonly id: number;
  /** The names of the variables that it has; what else a request sends does not change the answer. */
  readonly variableNames: readonly string[];
  /** Why it is not answered, whoever asks; null where it is. */
  readonly refusal: ApiError | null;
  readonly cost: Cost;
  readonly searches: boolean;
  readonly filters: boolean;
  /** How many were looked at to find that out, which is what it weighs. */
  readonly fields: number;
  /** Null for the few that are compiled when their variables are known. */
  readonly query: CompiledQuery | null;
  /** What it uses that is to go; null for nothing. */
  readonly deprecation: Deprecation | null;
}

export function operationOf(
  { schema, resolvers }: { readonly schema: GraphQLSchema; readonly resolvers: Resolvers },
  document: DocumentNode,
  node: OperationDefinitionNode,
  id: number,
): Operation {
  const looked = inspect(schema, document, node);
  const isRefused = looked instanceof ApiError;
  const isQuery = node.operation === OperationTypeNode.QUERY;
  return {
    id,
    variableNames: (node.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
    refusal: isRefused ? looked : null,
    cost: isRefused ? fixed(0) : looked.cost,
    searches: !isRefused && looked.searches,
    filters: !isRefused && looked.filters,
    fields: isRefused ? REFUSED_FIELDS : looked.fields,
    query: isRefused || !isQuery ? null : CompiledQuery.of(schema, resolvers, document, node),
    deprecation: isRefused ? null : deprecationOf(schema, document),
  };
}
