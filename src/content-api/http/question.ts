import { z } from 'zod';
import type { Variables } from '../answering/variables';

/** What a request asks, as GraphQL over HTTP has it (5.1). */
export interface Question {
  /** Null where the hash stands for it. */
  readonly query: string | null;
  /** SHA-256 of the query, by which it can be asked for alone; null where none was sent. */
  readonly sha256: string | null;
  /** Whether the hash came as `documentId`, which no text follows. */
  readonly isDocumentId: boolean;
  readonly operationName: string | null;
  readonly variables: Variables;
}

const DOCUMENT_ID_PREFIX = 'sha256:';

const question = z.object({
  query: z.string().min(1).nullish(),
  // GraphQL over HTTP, appendix "Persisted Documents".
  documentId: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  // Apollo's protocol of automatic persisted queries, version 1.
  extensions: z
    .object({
      persistedQuery: z
        .object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) })
        .nullish(),
    })
    .nullish(),
});

/** Reads the parameters of a GET. @returns null where something about them wants to be explained. */
export function questionInAddress(url: string): Question | null {
  const start = url.indexOf('?');
  if (start === -1) return null;
  const parameters = new URLSearchParams(url.slice(start + 1));
  return questionOf({
    query: parameters.get('query'),
    documentId: parameters.get('documentId'),
    operationName: parameters.get('operationName'),
    variables: jsonOf(parameters.get('variables')),
    extensions: jsonOf(parameters.get('extensions')),
  });
}

/** Reads the body of a POST. @returns null where something about it wants to be explained. */
export function questionInBody(body: Buffer): Question | null {
  return questionOf(jsonOf(body.toString()));
}

function questionOf(sent: unknown): Question | null {
  const read = question.safeParse(sent);
  if (!read.success) return null;
  const { query = null, documentId, operationName, variables, extensions } = read.data;
  const sha256 =
    documentId?.slice(DOCUMENT_ID_PREFIX.length) ?? extensions?.persistedQuery?.sha256Hash ?? null;
  if (query === null && sha256 === null) return null;
  return {
    query,
    sha256,
    isDocumentId: documentId != null,
    operationName: operationName ?? null,
    variables: variables ?? {},
  };
}

/** @returns false where it is not JSON, which no part of a question can be. */
function jsonOf(text: string | null): unknown {
  if (text === null || text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return false;
  }
}
