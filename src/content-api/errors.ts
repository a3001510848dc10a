/**
 * Every code that the content API answers with, and the HTTP status that goes with it where the answer is of HTTP and
 * not of GraphQL alone. Codes are part of the public contract: they may be added to, never renamed.
 */
export const errorStatuses = {
  /** The request is not one that can be read. */
  BAD_REQUEST: 400,
  /** An argument has a value that cannot be meant. */
  BAD_USER_INPUT: 400,
  /** The practice has no such locale. */
  UNKNOWN_LOCALE: 400,
  /** A cursor that this API did not make, or made for another list. */
  INVALID_CURSOR: 400,
  /** The operation nests deeper than is answered. */
  QUERY_TOO_DEEP: 400,
  /** The operation may give more than is answered at once. */
  QUERY_TOO_COSTLY: 400,
  /** The operation renames more fields than a page needs. */
  QUERY_TOO_MANY_ALIASES: 400,
  /** The operation has more words than is read. */
  QUERY_TOO_LONG: 400,
  /** A hash under which no operation is known. */
  PERSISTED_QUERY_NOT_FOUND: 400,
  /** The operation is not registered, and who asks is answered registered ones only. */
  PERSISTED_QUERY_REQUIRED: 400,
  /** Clinical text was selected without its safety notices. */
  SAFETY_NOT_SELECTED: 400,
  /** A key was sent that is not one of ours. */
  UNAUTHENTICATED: 401,
  /** Nothing has this address. */
  NOT_FOUND: 404,
  /** The document was public and was withdrawn. Of problem details only: in GraphQL it is null. */
  WITHDRAWN: 410,
  /** The request's body or address is longer than is read. */
  REQUEST_TOO_LARGE: 413,
  /** More than one client may have, or may ask in a time. */
  RATE_LIMITED: 429,
  /** A defect of ours: logged whole, told without detail. */
  INTERNAL_SERVER_ERROR: 500,
  /** The catalogue is not loaded yet. */
  NOT_READY: 503,
} as const;

/** A stable name for one way to be refused. */
export type ErrorCode = keyof typeof errorStatuses;

/** The three things that a refusal tells. */
export interface Explanation {
  /** Which part of the request: `Argument "first"`. */
  readonly where: string;
  /** What is wrong with it, as a sentence. */
  readonly what: string;
  /** What to do instead, as a sentence. */
  readonly remedy: string;
}

/**
 * A refusal: a value where it is expected (functions return it in a union), thrown only at the edges that know no
 * other way to refuse (a GraphQL resolver, an HTTP handler).
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status. */
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly explanation: Explanation,
    options?: ErrorOptions,
  ) {
    super(`${explanation.where}: ${explanation.what} ${explanation.remedy}`, options);
    this.status = errorStatuses[code];
  }

  /** What GraphQL tells of it, wherever it was thrown. */
  get extensions(): { readonly code: ErrorCode } {
    return { code: this.code };
  }
}
