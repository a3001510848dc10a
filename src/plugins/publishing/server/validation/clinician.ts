import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { language, taxonomyCode, webAddress, written, writtenState } from './format';
import { checkNpi } from './npi';
import { checkPicture } from './picture';
import { eachOnce } from './repetition';
import { required } from './rich-text';
import { checkDelivery, checkSharing } from './shared';
import { checkSlug } from './slug';

export function checkClinician(
  clinician: Field<ContentOf<'clinician'>>,
  stage: Stage,
): FieldProblem[] {
  const languages = clinician
    .at('languages')
    .items()
    .map((spoken) => spoken.at('code'));
  const credentials = clinician.at('credentials').items();
  const practiceStates = clinician.at('practiceStates').items();
  return [
    ...checkSlug(clinician.at('slug'), 'clinician', stage),
    ...credentials.flatMap((credential) => writtenState(credential.at('state'))),
    ...written(clinician.at('taxonomyCode'), taxonomyCode),
    ...checkNpi(clinician.at('npi')),
    ...required(clinician.at('biography'), stage),
    ...checkPicture(clinician.at('photo'), stage),
    ...languages.flatMap((code) => written(code, language)),
    ...eachOnce(languages, 'This language is in the list already.'),
    ...checkDelivery(clinician.at('delivery'), stage),
    ...practiceStates.flatMap((practice) => writtenState(practice.at('state'))),
    ...written(clinician.at('bookingUrl'), webAddress),
    ...checkSharing(clinician.at('sharing')),
  ];
}
