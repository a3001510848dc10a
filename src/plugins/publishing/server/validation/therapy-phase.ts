import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { slug, written } from './format';
import { required } from './rich-text';
import { checkEditorial, checkVisits } from './shared';

export function checkTherapyPhase(
  phase: Field<ContentOf<'therapy-phase'>>,
  stage: Stage,
): FieldProblem[] {
  return [
    ...written(phase.at('slug'), slug),
    ...required(phase.at('body'), stage),
    ...checkVisits(phase.at('visits')),
    ...checkEditorial(phase),
  ];
}
