import type { z } from 'zod';
import type { crisisLine } from '../../../../publications/content/shared';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { phone, webAddress, written } from './format';

/** A line that names no way of reaching it leaves a person in distress with nothing. */
export function checkCrisisLine(
  line: Field<z.infer<typeof crisisLine>>,
  stage: Stage,
): FieldProblem[] {
  const problems = [...written(line.at('phone'), phone), ...written(line.at('url'), webAddress)];
  const isReachable = (['phone', 'textMessage', 'url'] as const).some(
    (way) => line.at(way).text !== null,
  );
  if (stage === 'save' || isReachable) return problems;
  return [
    ...problems,
    line
      .at('phone')
      .problem('Say how to reach this line: a phone number, a text message or a web address.'),
  ];
}
