import { textProblems } from './text-problems';
import type { FieldPath, FieldProblem, Stage } from './field-problem';
import { checkRichText, isRichText } from './rich-text';

/** What holds of every text of a document, whichever field it is in: tokens are well written, pictures have words. */
export function checkEverywhere(
  value: unknown,
  stage: Stage,
  path: FieldPath = [],
): FieldProblem[] {
  if (typeof value === 'string') {
    const messages = textProblems(value);
    return messages.length === 0 ? [] : [{ path, message: messages.join(' ') }];
  }
  if (isRichText(value)) return checkRichText(value, path, stage);
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, child]) => checkEverywhere(child, stage, [...path, key]));
}
