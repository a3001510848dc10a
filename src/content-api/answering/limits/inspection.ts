import {
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ApiError } from '../../errors';
import { Selections } from '../execution/selections';
import { refusedShape, safetyNotSelected, tooCostly } from './limits';
import { shapeOf } from './shape';
import { survey, type Survey } from './survey';

/** What a valid operation asks; or why it is not answered, whoever asks. */
export function inspect(
  schema: GraphQLSchema,
  document: DocumentNode,
  node: OperationDefinitionNode,
): Survey | ApiError {
  const shape = refusedShape(shapeOf(document));
  if (shape) return shape;
  if (isLeftOut(schema, document, node)) return subscriptionLeftOut();
  const found = survey(schema, document, node);
  if (!found) return tooCostly(null, 0);
  return found.withoutSafety === null ? found : safetyNotSelected(found.withoutSafety);
}

/** Whether it is a subscription whose one field may not be there: GraphQL has no answer to that. */
function isLeftOut(
  schema: GraphQLSchema,
  document: DocumentNode,
  node: OperationDefinitionNode,
): boolean {
  const root = schema.getSubscriptionType();
  if (!root || node.operation !== OperationTypeNode.SUBSCRIPTION) return false;
  const fields = [...new Selections(schema, document).of([node], root).values()].flat();
  return fields.some(({ conditions }) => conditions.length > 0);
}

function subscriptionLeftOut(): ApiError {
  return new ApiError('BAD_REQUEST', {
    where: 'Subscription',
    what: 'Its field stands under a condition.',
    remedy: 'Ask without one, or do not ask.',
  });
}
