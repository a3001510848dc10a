import type { ContentTypeName } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { slug as slugFormat, written } from './format';

/** The last part of a page's address. */
export function checkSlug(
  slug: Field<string>,
  type: ContentTypeName,
  stage: Stage,
): FieldProblem[] {
  const problems = written(slug, slugFormat);
  // The panel fills an empty slug with the type's name before the title is written, and does not come back to it.
  const isFiller = new RegExp(`^${type}(-\\d{1,2})?$`).test(slug.text ?? '');
  if (stage === 'save' || !isFiller) return problems;
  return [
    slug.problem(
      'This slug says nothing. Press the round arrow in the field to make one from the title.',
    ),
  ];
}
