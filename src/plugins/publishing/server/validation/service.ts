import type { ContentOf } from '../../../../publications/content';
import type { Field } from './field';
import type { FieldProblem, Stage } from './field-problem';
import { currency, region, written } from './format';
import { checkPicture } from './picture';
import { inOrder } from './range';
import { eachOnce } from './repetition';
import { required } from './rich-text';
import { checkDelivery, checkEditorial } from './shared';
import { checkSlug } from './slug';

export function checkService(service: Field<ContentOf<'service'>>, stage: Stage): FieldProblem[] {
  const course = service.at('course');
  const conditions = service.at('conditions').items();
  return [
    ...checkSlug(service.at('slug'), 'service', stage),
    ...required(service.at('body'), stage),
    ...checkPicture(service.at('heroImage'), stage),
    ...(stage === 'publish' ? conditions.flatMap(named) : []),
    ...eachOnce(
      conditions.map((item) => item.at('condition')),
      'This condition is in the list already. Say all about it in one place.',
    ),
    ...checkDelivery(service.at('delivery'), stage),
    ...inOrder(course.at('sessionsMinimum'), course.at('sessionsMaximum')),
    ...inOrder(course.at('weeksMinimum'), course.at('weeksMaximum')),
    ...service
      .at('fees')
      .items()
      .flatMap((fee) => written(fee.at('currency'), currency)),
    ...service
      .at('regions')
      .items()
      .flatMap((item) => written(item.at('code'), region)),
    ...checkEditorial(service),
  ];
}

type TreatedCondition = ContentOf<'service'>['conditions'][number];

/** Strapi cannot require it: it would refuse a condition that is itself not public yet, which is allowed. */
function named(item: Field<TreatedCondition>): FieldProblem[] {
  const condition = item.at('condition');
  return condition.isMissing
    ? [condition.problem('Choose the condition that this evidence is about.')]
    : [];
}
