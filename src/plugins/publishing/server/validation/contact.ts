import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem } from './field-problem';
import { contactKey, email, phone, webAddress, written, type Format } from './format';

type Contact = ContentOf<'practice'>['contacts'][number];

const valueFormats: Readonly<Record<Contact['kind'], Format | null>> = {
  phone,
  email,
  url: webAddress,
  text: null,
};

/** A contact that texts refer to as `{{contact.KEY}}`: its value must be what its kind promises. */
export function checkContact(contact: Field<Contact>): FieldProblem[] {
  const kind = contact.at('kind').text;
  const format =
    kind !== null && kind in valueFormats ? valueFormats[kind as Contact['kind']] : null;
  return [
    ...written(contact.at('key'), contactKey),
    ...(format ? written(contact.at('value'), format) : []),
  ];
}
