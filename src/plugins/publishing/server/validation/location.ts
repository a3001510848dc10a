import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { country, email, phone, written, writtenState } from './format';
import { checkSlug } from './slug';

export function checkLocation(
  location: Field<ContentOf<'location'>>,
  stage: Stage,
): FieldProblem[] {
  const [latitude, longitude] = [location.at('latitude'), location.at('longitude')];
  const unpaired =
    latitude.isMissing === longitude.isMissing ? null : latitude.isMissing ? latitude : longitude;
  return [
    ...checkSlug(location.at('slug'), 'location', stage),
    ...writtenState(location.at('state')),
    ...written(location.at('country'), country),
    ...(unpaired
      ? [unpaired.problem('A place on the map needs both numbers. Write this one too, or neither.')]
      : []),
    ...written(location.at('phone'), phone),
    ...written(location.at('email'), email),
  ];
}
