import { constantEnum } from '../constant-enum';

export const ReferenceKind = constantEnum('ReferenceKind', 'What kind of source it is.', {
  article: 'An article in a journal.',
  guideline: 'A guideline of a professional body.',
  label: 'The label of a medicine.',
  regulator: 'Something a regulator published.',
  regulation: 'A law or a regulation.',
  book: 'A book.',
  'web-page': 'A page of the web.',
});
