/** The codes that the server's errors have. It may learn others. */
export type ServerCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'RATE_LIMITED'
  | 'NOT_READY'
  | 'REQUEST_TOO_LARGE'
  | 'BAD_USER_INPUT'
  | 'UNKNOWN_LOCALE'
  | 'INVALID_CURSOR'
  | 'QUERY_TOO_DEEP'
  | 'QUERY_TOO_COSTLY'
  | 'QUERY_TOO_MANY_ALIASES'
  | 'QUERY_TOO_LONG'
  | 'SAFETY_NOT_SELECTED'
  | 'PERSISTED_QUERY_REQUIRED'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'BAD_REQUEST'
  | 'INTERNAL_SERVER_ERROR';

/**
 * The client's own: `UNREACHABLE` nobody answered, `TIMED_OUT` not in time, `NOT_AN_ANSWER` what came is no answer of
 * a content API.
 */
export type ClientCode = 'UNREACHABLE' | 'TIMED_OUT' | 'NOT_AN_ANSWER';

// The intersection keeps the known codes in an editor's suggestions while others pass.
export type ErrorCode = ServerCode | ClientCode | (string & Record<never, never>);

/** Why there is no answer. */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** The HTTP status; null where nobody answered. */
    readonly status: number | null,
    /** Where in the answer, as GraphQL tells it. */
    readonly path: readonly (string | number)[] | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
