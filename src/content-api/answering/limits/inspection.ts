import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { ApiError } from '../../errors';
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
  const found = survey(schema, document, node);
  if (!found) return tooCostly(null, 0);
  return found.withoutSafety === null ? found : safetyNotSelected(found.withoutSafety);
}
