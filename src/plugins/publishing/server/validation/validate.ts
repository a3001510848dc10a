import type { ContentOf, ContentTypeName } from '../../../../publications/content';
import { checkClinician } from './clinician';
import { checkCondition } from './condition';
import { checkEverywhere } from './everywhere';
import { checkFaq } from './faq';
import { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { checkLocation } from './location';
import { checkPractice } from './practice';
import { checkReference } from './reference';
import { checkSafetyNotice } from './safety-notice';
import { checkService } from './service';
import { checkTherapyPhase } from './therapy-phase';

export type { FieldPath, FieldProblem, Stage } from './field-problem';

type Checks = {
  readonly [Type in ContentTypeName]: (
    document: Field<ContentOf<Type>>,
    stage: Stage,
  ) => FieldProblem[];
};

const checks: Checks = {
  service: checkService,
  'therapy-phase': checkTherapyPhase,
  clinician: checkClinician,
  faq: checkFaq,
  condition: checkCondition,
  'safety-notice': checkSafetyNotice,
  reference: checkReference,
  location: checkLocation,
  practice: checkPractice,
};

/**
 * Checks what the content types' schemas cannot say, in words for the editor.
 *
 * @param data the document in the shape of the content schemas: relation targets as ids, pictures as stored files.
 *   It may be unfinished, and at `save` it may lack fields altogether; what is not there is not checked.
 * @returns one problem per field at most, since the panel has one place beside each; empty where all is well.
 */
export function validate(type: ContentTypeName, data: unknown, stage: Stage): FieldProblem[] {
  const check = checks[type];
  return onePerField([...check(Field.document(data), stage), ...checkEverywhere(data, stage)]);
}

function onePerField(problems: readonly FieldProblem[]): FieldProblem[] {
  const byField = new Map<string, FieldProblem>();
  for (const problem of problems) {
    const key = problem.path.join('.');
    const before = byField.get(key);
    byField.set(
      key,
      before ? { ...before, message: `${before.message} ${problem.message}` } : problem,
    );
  }
  return [...byField.values()];
}
