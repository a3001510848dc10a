import { NoDeprecatedCustomRule, validate, type DocumentNode, type GraphQLSchema } from 'graphql';

/** How a reason for deprecation begins: since when, until when, and then what to use instead. */
const REASON = /since (\d{4}-\d{2}-\d{2}), until (\d{4}-\d{2}-\d{2}): (.+)$/s;

/** What a document uses that is to go. */
export interface Deprecation {
  /** `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), names and values in turn: the earliest dates that hold. */
  readonly headers: readonly string[];
  /** A sentence each: `The field Query.old is deprecated. since …`. */
  readonly uses: readonly string[];
}

/** What a reason says; null where it does not have the form that the README asks for. */
export function deprecationDates(reason: string): { since: string; until: string } | null {
  const [, since, until] = REASON.exec(reason) ?? [];
  return since !== undefined && until !== undefined && since < until ? { since, until } : null;
}

/** @returns null where a valid document uses nothing that is to go. */
export function deprecationOf(schema: GraphQLSchema, document: DocumentNode): Deprecation | null {
  const uses = validate(schema, document, [NoDeprecatedCustomRule]).map(({ message }) => message);
  if (uses.length === 0) return null;
  const dates = uses.flatMap((use) => deprecationDates(use) ?? []);
  const since = dates.map((each) => each.since).sort()[0];
  const until = dates.map((each) => each.until).sort()[0];
  const headers: string[] = [];
  // RFC 9745, 2.1: a structured field's date, in seconds.
  if (since !== undefined) headers.push('Deprecation', `@${Date.parse(since) / 1_000}`);
  if (until !== undefined) headers.push('Sunset', new Date(until).toUTCString());
  return { headers, uses };
}
