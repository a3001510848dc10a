import {
  GraphQLError,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { LIMITS, tooLong } from './limits/limits';
import { ApiError } from '../errors';
import { inspect } from './limits/inspection';

/**
 * Why a document cannot be registered, a sentence each: what would be refused whoever asked. What an operation costs
 * depends on variables and on who asks, so that is seen when it is asked.
 */
export function registrationProblems(schema: GraphQLSchema, text: string): readonly string[] {
  if (text.length > LIMITS.characters) return [tooLong('characters').message];
  const document = parsed(text);
  if (document instanceof GraphQLError) return [document.message];
  const invalid = validate(schema, document);
  if (invalid.length > 0) return invalid.map(({ message }) => message);
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operations.length === 0) return ['It has no operation.'];
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const inspected = inspect(schema, document, definition);
    return inspected instanceof ApiError ? [inspected.message] : [];
  });
}

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
