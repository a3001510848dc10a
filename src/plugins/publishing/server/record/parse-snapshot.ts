import {
  contentSchemas,
  type ContentOf,
  type ContentTypeName,
} from '../../../../publications/content';
import { validate, type FieldProblem } from '../validation/validate';
import type { Snapshot } from './snapshot';

/** What a row says, parsed; or why it may not be published. */
export type ParsedSnapshot =
  | { readonly ok: true; readonly content: ContentOf<ContentTypeName> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Parses a snapshot into the shape that the log keeps, and checks what must hold of published text. */
export function parseSnapshot(
  type: ContentTypeName,
  { content, problems: pictureProblems }: Snapshot,
): ParsedSnapshot {
  const parsed = contentSchemas[type].safeParse(content);
  const issues = (parsed.error?.issues ?? [])
    .map(({ path, message }) => ({
      path: path.map((key) => (typeof key === 'number' ? key : String(key))),
      message,
    }))
    // Only a lost picture has no hash, and its own problem says more.
    .filter(({ path }) => path.at(-1) !== 'sha256');
  const problems = [...pictureProblems, ...validate(type, content, 'publish'), ...issues];
  return parsed.success && problems.length === 0
    ? { ok: true, content: parsed.data }
    : { ok: false, problems };
}
