import type { z } from 'zod';
import type { delivery, editorial, sharing, visits } from '../../../../publications/content/shared';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { webAddress, written } from './format';
import { inOrder } from './range';

type Editorial = { [Name in keyof typeof editorial]: z.infer<(typeof editorial)[Name]> };

/** What every text of its own carries. */
export function checkEditorial(document: Field<Editorial>): FieldProblem[] {
  return [
    ...document
      .at('authors')
      .items()
      .flatMap((author) => written(author.at('url'), webAddress)),
    ...checkSharing(document.at('sharing')),
  ];
}

export function checkSharing(terms: Field<z.infer<typeof sharing>>): FieldProblem[] {
  return written(terms.at('licenceUrl'), webAddress);
}

export function checkVisits(numbers: Field<z.infer<typeof visits>>): FieldProblem[] {
  return [
    ...inOrder(numbers.at('minimum'), numbers.at('maximum')),
    ...inOrder(numbers.at('minutesMinimum'), numbers.at('minutesMaximum')),
  ];
}

/** Someone who says how people meet says at least one way. */
export function checkDelivery(ways: Field<z.infer<typeof delivery>>, stage: Stage): FieldProblem[] {
  if (ways.isMissing || stage === 'save') return [];
  const isAny = (['inPerson', 'video', 'phone'] as const).some(
    (way) => ways.at(way).value === true,
  );
  return isAny
    ? []
    : [ways.at('inPerson').problem('Switch on at least one way of meeting, or remove this part.')];
}
