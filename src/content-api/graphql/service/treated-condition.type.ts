import { Field, ObjectType } from 'type-graphql';
import type { ShownContent } from '../../catalogue/shown-content';
import { Condition } from '../condition/condition.type';
import type { Reading } from '../reading';
import { EvidenceLevel } from './service.enums';

type Content = ShownContent<'service'>['conditions'][number];

@ObjectType({
  description: 'A condition that a service is offered for, and how well that is known.',
})
export class TreatedCondition {
  /** Nothing where the condition is not public: evidence for a condition without a name says nothing. */
  static of(content: Content, reading: Reading): readonly TreatedCondition[] {
    const document = content.condition && reading.view.get('condition', content.condition);
    return document ? [new TreatedCondition(content, reading.present(document), reading)] : [];
  }

  @Field(() => Condition, { description: 'The condition.' })
  readonly condition: Condition;

  private constructor(
    private readonly content: Content,
    condition: Condition,
    private readonly reading: Reading,
  ) {
    this.condition = condition;
  }

  @Field(() => EvidenceLevel, { description: 'How well studies support it.' })
  get evidenceLevel(): string {
    return this.content.evidenceLevel;
  }

  @Field(() => String, { description: 'What studies say, in plain words.' })
  get note(): string {
    return this.reading.line(this.content.note);
  }
}
