import type { ContentOf } from '../../../../publications/content';
import { checkCrisisLine } from './crisis-line';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { region, written } from './format';
import { required } from './rich-text';
import { checkSlug } from './slug';

export function checkSafetyNotice(
  notice: Field<ContentOf<'safety-notice'>>,
  stage: Stage,
): FieldProblem[] {
  const lines = notice.at('crisisLines');
  return [
    ...checkSlug(notice.at('slug'), 'safety-notice', stage),
    ...required(notice.at('text'), stage),
    ...written(notice.at('jurisdiction').at('code'), region),
    ...lines.items().flatMap((line) => checkCrisisLine(line, stage)),
    ...(stage === 'publish' &&
    notice.at('kind').value === 'crisis-line' &&
    lines.items().length === 0
      ? [lines.problem('A notice about crisis lines names at least one.')]
      : []),
  ];
}
