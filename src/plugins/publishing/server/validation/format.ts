import type { Field } from './field';
import type { FieldProblem } from './field-problem';
import { isState } from './states';

/**
 * How a text must be written. Strapi's schemas could hold the patterns too, but then the panel would refuse a text
 * before it is sent, with a sentence about regular expressions in place of the field's description.
 */
export interface Format {
  readonly pattern: RegExp;
  /** For the editor: what is expected, with an example. */
  readonly message: string;
}

export const slug: Format = {
  pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  message:
    'Use small letters, digits and single hyphens only, as in “ketamine-assisted-psychotherapy”.',
};

export const webAddress: Format = {
  pattern: /^https?:\/\/[^\s]+$/,
  message: 'Write the whole web address, beginning with https://, without spaces.',
};

export const phone: Format = {
  pattern: /^\+?[0-9(][0-9 ().-]{1,30}$/,
  message:
    'Write a phone number with digits only, as in “303-555-0100”, “+1 303 555 0100” or “988”.',
};

export const email: Format = {
  pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  message: 'Write an email address, as in “hello@example.org”.',
};

export const state: Format = {
  pattern: /^[A-Z]{2}$/,
  message:
    'Write the postal abbreviation of the state in two capital letters, as in “CO” for Colorado.',
};

export const country: Format = {
  pattern: /^[A-Z]{2}$/,
  message: 'Write the country’s code in two capital letters, as in “US”.',
};

export const region: Format = {
  pattern: /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
  message:
    'Write the code of a country, as in “US”, or of a part of it, as in “US-CO” for Colorado.',
};

export const language: Format = {
  pattern: /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/,
  message: 'Write the code of a language, as in “en”, “es” or “es-MX”.',
};

export const currency: Format = {
  pattern: /^[A-Z]{3}$/,
  message: 'Write the currency’s code in three capital letters, as in “USD”.',
};

export const doi: Format = {
  pattern: /^10\.\d{4,9}\/\S+$/,
  message: 'Write the DOI alone, beginning with “10.”, as in “10.1001/jamapsychiatry.2017.0080”.',
};

export const npi: Format = {
  pattern: /^[0-9]{10}$/,
  message: 'An NPI has exactly ten digits and nothing else.',
};

/** National Uniform Claim Committee: a grouping of three digits, six places, and an X. */
export const taxonomyCode: Format = {
  pattern: /^[0-9]{3}[0-9A-Z]{6}X$/,
  message:
    'A taxonomy code has ten places and ends with X, as in “101YP2500X”. Look it up at taxonomy.nucc.org.',
};

export const contactKey: Format = {
  pattern: /^[a-z][a-z0-9-]{0,39}$/,
  message:
    'Begin with a small letter; then small letters, digits and hyphens only, as in “front-desk”.',
};

export const menuPath: Format = {
  pattern: /^(\/|https?:\/\/)[^\s]*$/,
  message:
    'Begin with “/” for a page of this site, as in “/services”, or with https:// for another one.',
};

/** A problem where something is written, and not in this way. */
export function written(field: Field<string>, format: Format): FieldProblem[] {
  return field.text === null || format.pattern.test(field.text)
    ? []
    : [field.problem(format.message)];
}

/** Two capital letters are not enough: there must be such a state. */
export function writtenState(field: Field<string>): FieldProblem[] {
  const problems = written(field, state);
  if (field.text === null || problems.length > 0 || isState(field.text)) return problems;
  return [field.problem(`There is no state with the abbreviation “${field.text}”.`)];
}
