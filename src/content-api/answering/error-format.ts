import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, isValueNode, type FieldNode, type GraphQLFormattedError } from 'graphql';
import { ApiError } from '../errors';
import { tooLong } from './limits/limits';
import type { Defects } from './defects';

/**
 * A refusal as the server takes it, with the HTTP status that goes with it.
 *
 * @param node of the field that it is about.
 */
export function graphqlErrorOf(refusal: ApiError, node: FieldNode | null = null): GraphQLError {
  const { message, code, status } = refusal;
  return new GraphQLError(message, {
    nodes: node,
    originalError: refusal,
    extensions: { code, http: { status } },
  });
}

/**
 * As an answer tells of an error. A refusal carries its code; anything else that was thrown is a defect: logged whole,
 * told without detail.
 */
export function formatErrors(
  defects: Pick<Defects, 'note'>,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = unwrapResolverError(error);
    if (original instanceof ApiError) {
      return { ...formatted, message: original.message, extensions: { code: original.code } };
    }
    const code = codeOf(formatted, error);
    if (code === 'QUERY_TOO_LONG')
      return { message: tooLong('tokens').message, extensions: { code } };
    if (code !== null) return { ...formatted, extensions: { ...formatted.extensions, code } };
    defects.note(original);
    return {
      message: 'Something went wrong on our side. It has been logged.',
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
}

/** Whether nothing went wrong on our side: the request itself is what cannot be answered. */
export function isRefusal({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code !== 'INTERNAL_SERVER_ERROR';
}

/** @returns null for a defect. */
function codeOf({ extensions, message }: GraphQLFormattedError, error: unknown): string | null {
  const code: unknown = extensions?.code;
  // The parser has no other way to say which of its refusals this is.
  const parseFailed: string = ApolloServerErrorCode.GRAPHQL_PARSE_FAILED;
  const defect: string = ApolloServerErrorCode.INTERNAL_SERVER_ERROR;
  if (code === parseFailed && message.includes('Parsing aborted')) {
    return 'QUERY_TOO_LONG';
  }
  if (typeof code === 'string' && code !== defect) return code;
  if (isOfValue(error)) return 'BAD_USER_INPUT';
  // Of hashes that fit no text the server says by the status alone that the client is at fault.
  return isClientsFault(error) ? 'BAD_REQUEST' : null;
}

/**
 * Whether GraphQL has refused a value that the request gave. A variable that may be null but has a default is valid
 * where null is not, so that one which is sent as null is found out in the middle of execution. Every other error of
 * execution is of a field.
 */
function isOfValue(error: unknown): boolean {
  const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  return node !== undefined && isValueNode(node);
}

function isClientsFault(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  const { status = 0 } = (error.extensions.http ?? {}) as { status?: number };
  return status >= 400 && status < 500;
}
