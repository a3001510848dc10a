import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem } from './field-problem';
import { slug, written } from './format';
import { checkEditorial } from './shared';

export function checkCondition(condition: Field<ContentOf<'condition'>>): FieldProblem[] {
  return [...written(condition.at('slug'), slug), ...checkEditorial(condition)];
}
