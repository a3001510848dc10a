import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { slug, written } from './format';
import { required } from './rich-text';
import { checkEditorial } from './shared';

export function checkFaq(faq: Field<ContentOf<'faq'>>, stage: Stage): FieldProblem[] {
  return [
    ...written(faq.at('slug'), slug),
    ...required(faq.at('answer'), stage),
    ...checkEditorial(faq),
  ];
}
