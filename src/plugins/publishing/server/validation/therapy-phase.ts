import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { required } from './rich-text';
import { checkEditorial, checkVisits } from './shared';
import { checkSlug } from './slug';

export function checkTherapyPhase(
  phase: Field<ContentOf<'therapy-phase'>>,
  stage: Stage,
): FieldProblem[] {
  return [
    ...checkSlug(phase.at('slug'), 'therapy-phase', stage),
    ...required(phase.at('body'), stage),
    ...checkVisits(phase.at('visits')),
    ...checkEditorial(phase),
  ];
}
