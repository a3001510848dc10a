import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { doi, webAddress, written } from './format';
import { checkSlug } from './slug';

export function checkReference(
  reference: Field<ContentOf<'reference'>>,
  stage: Stage,
): FieldProblem[] {
  const problems = [
    ...checkSlug(reference.at('slug'), 'reference', stage),
    ...written(reference.at('doi'), doi),
    ...written(reference.at('url'), webAddress),
  ];
  // A book is found by its title, authors and publisher; anything else has to lead somewhere.
  const isFound =
    reference.at('kind').value === 'book' || reference.at('doi').text || reference.at('url').text;
  if (stage === 'save' || isFound) return problems;
  return [
    ...problems,
    reference
      .at('url')
      .problem('Write the DOI or the web address, so that readers can check the source.'),
  ];
}
