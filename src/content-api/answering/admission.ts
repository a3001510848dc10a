import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { GraphQLError, OperationTypeNode, getVariableValues } from 'graphql';
import { graphqlErrorOf } from './error-format';
import { nameOf, type AnsweringContext } from './exchange';
import { tooCostly } from './limits/limits';
import type { Operations } from './operations';

/**
 * Whether an operation that was found is answered to whoever asks it, and what it costs: the one place at which
 * operations are refused once they are known to be valid.
 *
 * @throws GraphQLError with a code and a status.
 */
export function admit(
  operations: Operations,
  asked: GraphQLRequestContextDidResolveOperation<AnsweringContext>,
): void {
  const { document, operation: node, request, schema, contextValue } = asked;
  const { exchange } = contextValue;
  // Which of several is meant the server says, as it comes to execute it.
  if (!node) return;
  const { SUBSCRIPTION, QUERY } = OperationTypeNode;
  const wanted = exchange.wants === 'stream' ? SUBSCRIPTION : QUERY;
  if (node.operation !== wanted) throw notHere(node.operation, exchange.wants);
  const operation = operations.of(document, node);
  if (operation.refusal) throw graphqlErrorOf(operation.refusal);
  exchange.document = document;
  exchange.node = node;
  exchange.operation = operation;
  const { coerced } = getVariableValues(
    schema,
    node.variableDefinitions ?? [],
    request.variables ?? {},
    { maxErrors: 1 },
  );
  // What does not fit is told by the server, as it comes to execute the operation. Nothing of it is then answered.
  if (!coerced) return;
  exchange.variables = coerced;
  exchange.name = nameOf(operation, coerced);
  exchange.cost = operation.cost(coerced);
  const { queryCostLimit } = exchange.caller.rights;
  if (exchange.cost > queryCostLimit) {
    throw graphqlErrorOf(tooCostly(exchange.cost, queryCostLimit));
  }
}

function notHere(kind: OperationTypeNode, wants: 'answer' | 'stream'): GraphQLError {
  const message =
    wants === 'stream'
      ? 'Only subscriptions are answered here. Queries are answered at /graphql.'
      : kind === OperationTypeNode.SUBSCRIPTION
        ? 'Subscriptions are answered as server-sent events at /graphql/stream, and nowhere else.'
        : `This API is read-only: it has queries, and no ${kind}.`;
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
