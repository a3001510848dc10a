import type { Asked } from './asked';
import type { Reply } from './reply';

/** Every code of the public contract that a client's own request can bring about. */
const CODES: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED',
  'REQUEST_TOO_LARGE',
  'BAD_USER_INPUT',
  'UNKNOWN_LOCALE',
  'INVALID_CURSOR',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_COSTLY',
  'QUERY_TOO_MANY_ALIASES',
  'QUERY_TOO_LONG',
  'SAFETY_NOT_SELECTED',
  'PERSISTED_QUERY_REQUIRED',
  'PERSISTED_QUERY_NOT_FOUND',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'NOT_FOUND',
]);

/** Whether a reply says no: by its status, or by errors alone where the older media type is answered 200. */
export function isRefusal({ method }: Asked, { status, headers, text }: Reply): boolean {
  if (status >= 400) return true;
  // Without its body, an answer is known by its tag.
  if (method === 'HEAD') return status === 200 && headers.etag === undefined && !isPage(headers);
  return status === 200 && text.startsWith('{"errors"');
}

function isPage(headers: Reply['headers']): boolean {
  return String(headers['content-type']).startsWith('text/html');
}

/** @returns a sentence for each rule of refusals that one breaks. */
export function brokenByRefusal({ method }: Asked, { status, headers, text }: Reply): string[] {
  const broken: string[] = [];
  const must = (isTrue: boolean, rule: string) => void (isTrue || broken.push(rule));
  must(headers['cache-control'] === 'no-store', 'a refusal may be kept');
  must(headers.etag === undefined, 'a refusal has a tag');
  const isModern = headers['content-type']?.startsWith('application/graphql-response+json');
  must(status >= 400 || isModern !== true, 'a refusal is told as success');
  if (method === 'HEAD') return broken;
  const codes = codesIn(text);
  must(codes.length > 0 && codes.every((code) => CODES.has(code)), 'a refusal has no code of ours');
  must(!text.includes('"data"'), 'a refusal has data');
  const isUnauthenticated = codes.includes('UNAUTHENTICATED');
  must(isUnauthenticated === (status === 401), 'a refusal’s status and code differ');
  return broken;
}

function codesIn(text: string): unknown[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [];
  }
  const { errors, code } = (body ?? {}) as {
    errors?: { extensions?: { code?: unknown } }[];
    code?: unknown;
  };
  return errors ? errors.map(({ extensions }) => extensions?.code) : [code];
}
