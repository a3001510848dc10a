import { z } from 'zod';
import { ApiError } from '../errors';
import type { Question } from '../answering/question';

/** Far deeper than any filter that is answered. */
const DEEPEST_JSON = 64;
const DOCUMENT_ID = /^sha256:([0-9a-f]{64})$/;
const PARAMETERS = ['query', 'documentId', 'operationName', 'variables', 'extensions'] as const;

type Parameter = (typeof PARAMETERS)[number];

/** The parameters of a request, as GraphQL over HTTP has them (5.1); what else is sent is left alone, as it asks. */
const parameters = z.object({
  query: z.string().nullish(),
  // GraphQL over HTTP, appendix "Persisted Documents".
  documentId: z
    .string()
    .regex(DOCUMENT_ID, 'It is no "sha256:" with 64 hexadecimal digits.')
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

/** Whether an address asks something, and is not only opened. */
export function asksSomething(url: string): boolean {
  const sent = parametersOf(url);
  return PARAMETERS.some((name) => sent.has(name));
}

/** The question of a GET. */
export function questionInAddress(url: string): Question | ApiError {
  const sent = parametersOf(url);
  const members: Partial<Record<Parameter, unknown>> = {};
  for (const name of PARAMETERS) {
    const [value, ...others] = sent.getAll(name);
    const where = `Parameter "${name}"`;
    if (others.length > 0) return unreadable(where, 'It was sent more than once.');
    const isJson = name === 'variables' || name === 'extensions';
    if (value === undefined || !isJson) members[name] = value;
    // An empty parameter is how forms leave one out.
    else if (value !== '') {
      const parsed = jsonOf(value, where);
      if (parsed instanceof ApiError) return parsed;
      members[name] = parsed;
    }
  }
  return questionOf(members, 'Parameter');
}

/** The question of a POST. */
export function questionInBody(body: Buffer): Question | ApiError {
  const text = textOf(body);
  if (text instanceof ApiError) return text;
  const parsed = jsonOf(text, 'Body');
  return parsed instanceof ApiError ? parsed : questionOf(parsed, 'Member');
}

function questionOf(sent: unknown, part: 'Parameter' | 'Member'): Question | ApiError {
  if (Array.isArray(sent))
    return unreadable('Body', 'It is a list: one question is answered at a time.');
  const read = parameters.safeParse(sent);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = issue?.path.join('.') ?? '';
    return unreadable(
      path === '' ? 'Body' : `${part} "${path}"`,
      'It has not the form that it must have.',
    );
  }
  const { query, documentId, operationName, variables, extensions } = read.data;
  const persistedHash = extensions?.persistedQuery?.sha256Hash ?? null;
  if (!query && documentId == null && persistedHash === null) {
    return unreadable('Request', 'There is no question in it.');
  }
  return {
    // An empty one is none.
    query: query || null,
    documentId: documentId == null ? null : (DOCUMENT_ID.exec(documentId)?.[1] ?? null),
    persistedHash,
    operationName: operationName ?? null,
    variables: variables ?? {},
    http: null,
  };
}

function parametersOf(url: string): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start === -1 ? '' : url.slice(start + 1));
}

/** RFC 8259, 8.1: UTF-8, whose byte-order mark a parser may overlook; anything else is not guessed at. */
function textOf(body: Buffer): string | ApiError {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return unreadable('Body', 'It is not UTF-8.');
  }
}

function jsonOf(text: string, where: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable(where, 'It is not JSON.');
  }
  return isTooDeep(value) ? tooDeep(where) : value;
}

/** Level by level: whatever looks at a value afterwards may call itself for each level of it. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_JSON) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    );
  }
  return false;
}

function unreadable(where: string, what: string): ApiError {
  return new ApiError('BAD_REQUEST', {
    where,
    what,
    remedy: 'Send "query", "variables" and "operationName" as JSON, or as parameters of a GET.',
  });
}

function tooDeep(where: string): ApiError {
  return new ApiError('BAD_USER_INPUT', {
    where,
    what: `It nests deeper than ${DEEPEST_JSON} levels.`,
    remedy: 'Ask with a simpler filter.',
  });
}
