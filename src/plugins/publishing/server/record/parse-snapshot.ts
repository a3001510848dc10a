import {
  contentSchemas,
  type ContentOf,
  type ContentTypeName,
} from '../../../../publications/content';
import { validate, type FieldProblem } from '../validation/validate';

/** What a row says, parsed; or why it may not be published. */
export type ParsedSnapshot =
  | { readonly ok: true; readonly content: ContentOf<ContentTypeName> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Parses a snapshot into the shape that the log keeps, and checks what must hold of published text. */
export function parseSnapshot(type: ContentTypeName, content: unknown): ParsedSnapshot {
  const parsed = contentSchemas[type].safeParse(content);
  const problems = [
    ...validate(type, content, 'publish'),
    ...(parsed.error?.issues ?? []).map((issue) => ({
      path: issue.path.map((key) => (typeof key === 'number' ? key : String(key))),
      message: issue.message,
    })),
  ];
  return parsed.success && problems.length === 0
    ? { ok: true, content: parsed.data }
    : { ok: false, problems };
}
