import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { checkEditorial } from './shared';
import { checkSlug } from './slug';

export function checkCondition(
  condition: Field<ContentOf<'condition'>>,
  stage: Stage,
): FieldProblem[] {
  return [...checkSlug(condition.at('slug'), 'condition', stage), ...checkEditorial(condition)];
}
