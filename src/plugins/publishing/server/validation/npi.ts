import type { Field } from './field';
import type { FieldProblem } from './field-problem';
import { npi, written } from './format';

/** The prefix of health identifiers issued in the United States, which the check digit covers (45 CFR 162.406). */
const ISSUER = '80840';

/** A National Provider Identifier: ten digits, the last of which is worked out from the others by Luhn's method. */
export function checkNpi(field: Field<string>): FieldProblem[] {
  const problems = written(field, npi);
  if (field.text === null || problems.length > 0 || passesLuhn(ISSUER + field.text))
    return problems;
  return [
    field.problem(
      'This is not a valid NPI: its last digit does not fit the others. Copy it again from NPPES.',
    ),
  ];
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
