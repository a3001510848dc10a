import type { Field } from './field';
import type { FieldProblem } from './field-problem';

/** Both ends of a range, either of which may be unknown. */
export function inOrder(smallest: Field<number>, largest: Field<number>): FieldProblem[] {
  const [from, to] = [smallest.number, largest.number];
  if (from === null || to === null || from <= to) return [];
  return [
    largest.problem(
      `The largest number (${to}) is less than the smallest (${from}). Exchange or correct them.`,
    ),
  ];
}
