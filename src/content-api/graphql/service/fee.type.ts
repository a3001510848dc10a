import { Field, Int, ObjectType } from 'type-graphql';
import type { ShownContent } from '../../catalogue/shown-content';
import type { Reading } from '../reading';
import { FeeUnit } from './service.enums';

@ObjectType({ description: 'What something costs.' })
export class Fee {
  constructor(
    private readonly content: ShownContent<'service'>['fees'][number],
    private readonly reading: Reading,
  ) {}

  @Field(() => String, { description: 'What it is for.' })
  get name(): string {
    return this.reading.line(this.content.name);
  }

  @Field(() => Int, {
    nullable: true,
    description: 'In the smallest unit of the currency: cents; null: ask.',
  })
  get amount(): number | null {
    return this.content.amount;
  }

  @Field(() => String, { description: 'As ISO 4217 names it: USD.' })
  get currency(): string {
    return this.content.currency;
  }

  @Field(() => FeeUnit, { description: 'What is paid for.' })
  get unit(): string {
    return this.content.unit;
  }

  @Field(() => String, { nullable: true, description: 'What else to know.' })
  get note(): string | null {
    return this.reading.optionalLine(this.content.note);
  }
}
