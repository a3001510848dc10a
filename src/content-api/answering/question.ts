import type { HTTPGraphQLRequest } from '@apollo/server';
import type { Variables } from './variables';

/** What somebody asks, by whichever way it came; its members have the types that GraphQL over HTTP (5.1) says. */
export interface Question {
  /** Null where a hash stands for it. */
  readonly query: string | null;
  /** SHA-256 of the text that is meant (GraphQL over HTTP, appendix "Persisted Documents"); null where it was not sent. */
  readonly documentId: string | null;
  /** The same by Apollo's protocol of automatic persisted queries, which a text may follow. */
  readonly persistedHash: string | null;
  readonly operationName: string | null;
  readonly variables: Variables;
  /** The request as plugins of the server see it; null where it came by no request. */
  readonly http: HTTPGraphQLRequest | null;
}

/** A question that comes from this program itself. */
export function ownQuestion(query: string, variables: Variables = {}): Question {
  return {
    query,
    documentId: null,
    persistedHash: null,
    operationName: null,
    variables,
    http: null,
  };
}
