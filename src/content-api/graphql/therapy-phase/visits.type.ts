import { Field, Int, ObjectType } from 'type-graphql';
import type { ShownContent } from '../../catalogue/shown-content';
import type { Reading } from '../reading';

@ObjectType({
  description: 'How many visits, and how long each. The ends of a range may be equal or unknown.',
})
export class Visits {
  constructor(
    private readonly content: NonNullable<ShownContent<'therapy-phase'>['visits']>,
    private readonly reading: Reading,
  ) {}

  @Field(() => Int, { nullable: true, description: 'At least so many.' })
  get minimum(): number | null {
    return this.content.minimum;
  }

  @Field(() => Int, { nullable: true, description: 'At most so many.' })
  get maximum(): number | null {
    return this.content.maximum;
  }

  @Field(() => Int, { nullable: true, description: 'Minutes of a visit, at least.' })
  get minutesMinimum(): number | null {
    return this.content.minutesMinimum;
  }

  @Field(() => Int, { nullable: true, description: 'Minutes of a visit, at most.' })
  get minutesMaximum(): number | null {
    return this.content.minutesMaximum;
  }

  @Field(() => String, { nullable: true, description: 'What else to know.' })
  get note(): string | null {
    return this.reading.optionalLine(this.content.note);
  }
}
