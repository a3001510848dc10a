import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { ApiError } from '../../errors';
import type { Variables } from '../variables';
import { costOf } from './cost';
import { refusedShape, safetyNotSelected, tooCostly } from './limits';
import { shapeOf } from './shape';
import { survey } from './survey';

/** @returns why a valid operation is not answered, or null: the same for a question and for a stream of answers. */
export function refusalOfOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  costLimit: number,
): ApiError | null {
  const shape = refusedShape(shapeOf(document));
  if (shape) return shape;
  const found = survey(schema, document, operation, {});
  if (!found) return tooCostly(null, costLimit);
  if (found.withoutSafety !== null) return safetyNotSelected(found.withoutSafety);
  const cost = costOf(found.cost, variables);
  return cost > costLimit ? tooCostly(cost, costLimit) : null;
}
