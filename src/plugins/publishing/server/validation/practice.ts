import type { ContentOf } from '../../../../publications/content';
import { checkContact } from './contact';
import { checkCrisisLine } from './crisis-line';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { menuPath, written } from './format';
import { checkPagePattern } from './page-pattern';
import { eachOnce } from './repetition';
import { required } from './rich-text';
import { checkSharing } from './shared';

export function checkPractice(
  practice: Field<ContentOf<'practice'>>,
  stage: Stage,
): FieldProblem[] {
  const contacts = practice.at('contacts').items();
  const pages = practice.at('pages').items();
  const help = practice.at('crisisHelp');
  return [
    ...contacts.flatMap(checkContact),
    ...eachOnce(
      contacts.map((contact) => contact.at('key')),
      'Another contact has this key already, so that texts could mean either.',
    ),
    ...(['funding', 'conflictsOfInterest', 'publishingPrinciples'] as const).flatMap((name) =>
      required(practice.at(name), stage),
    ),
    ...practice
      .at('navigation')
      .items()
      .flatMap((item) => written(item.at('path'), menuPath)),
    ...(help.isMissing ? [] : checkCrisisHelp(help, stage)),
    ...pages.flatMap((page) => checkPagePattern(page.at('pattern'))),
    ...eachOnce(
      pages.map((page) => page.at('type')),
      'The address of these pages is given above already.',
    ),
    ...checkSharing(practice.at('sharing')),
  ];
}

type CrisisHelp = NonNullable<ContentOf<'practice'>['crisisHelp']>;

function checkCrisisHelp(help: Field<CrisisHelp>, stage: Stage): FieldProblem[] {
  const lines = help.at('lines');
  return [
    ...required(help.at('text'), stage),
    ...lines.items().flatMap((line) => checkCrisisLine(line, stage)),
    ...(stage === 'publish' && lines.items().length === 0
      ? [lines.problem('Name at least one line that a person in distress can reach.')]
      : []),
  ];
}
