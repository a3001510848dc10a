import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { required } from './rich-text';
import { checkEditorial } from './shared';
import { checkSlug } from './slug';

export function checkFaq(faq: Field<ContentOf<'faq'>>, stage: Stage): FieldProblem[] {
  return [
    ...checkSlug(faq.at('slug'), 'faq', stage),
    ...required(faq.at('answer'), stage),
    ...checkEditorial(faq),
  ];
}
