import type { Field } from './field';
import type { FieldProblem } from './field-problem';

/** A problem with each field that says again what one before it said. Fields that say nothing do not count. */
export function eachOnce(fields: readonly Field<string>[], message: string): FieldProblem[] {
  const seen = new Set<unknown>();
  return fields
    .filter((field) => {
      if (field.text === null) return false;
      if (seen.has(field.text)) return true;
      seen.add(field.text);
      return false;
    })
    .map((field) => field.problem(message));
}
