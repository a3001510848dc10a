import { Field, Int, ObjectType } from 'type-graphql';
import type { ShownContent } from '../../catalogue/shown-content';
import type { Reading } from '../reading';

@ObjectType({ description: 'How long a treatment usually takes.' })
export class Course {
  constructor(
    private readonly content: NonNullable<ShownContent<'service'>['course']>,
    private readonly reading: Reading,
  ) {}

  @Field(() => Int, { nullable: true, description: 'At least so many sessions.' })
  get sessionsMinimum(): number | null {
    return this.content.sessionsMinimum;
  }

  @Field(() => Int, { nullable: true, description: 'At most so many sessions.' })
  get sessionsMaximum(): number | null {
    return this.content.sessionsMaximum;
  }

  @Field(() => Int, { nullable: true, description: 'At least so many weeks.' })
  get weeksMinimum(): number | null {
    return this.content.weeksMinimum;
  }

  @Field(() => Int, { nullable: true, description: 'At most so many weeks.' })
  get weeksMaximum(): number | null {
    return this.content.weeksMaximum;
  }

  @Field(() => String, { nullable: true, description: 'What else to know.' })
  get note(): string | null {
    return this.reading.optionalLine(this.content.note);
  }
}
