import { constantEnum } from '../constant-enum';

export const ContactKind = constantEnum('ContactKind', 'What a contact’s value is.', {
  phone: 'A phone number.',
  email: 'An e-mail address.',
  url: 'An address of the web.',
  text: 'A number that takes text messages, or what to write to it.',
});
