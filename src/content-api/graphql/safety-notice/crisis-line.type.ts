import { Field, ObjectType } from 'type-graphql';
import type { ShownContent } from '../../catalogue/shown-content';
import type { Reading } from '../reading';

@ObjectType({ description: 'A number that a person in distress can reach.' })
export class CrisisLine {
  constructor(
    private readonly content: ShownContent<'safety-notice'>['crisisLines'][number],
    private readonly reading: Reading,
  ) {}

  @Field(() => String, { description: 'What it is called.' })
  get name(): string {
    return this.reading.line(this.content.name);
  }

  @Field(() => String, { nullable: true, description: 'To call.' })
  get phone(): string | null {
    return this.reading.optionalLine(this.content.phone);
  }

  @Field(() => String, { nullable: true, description: 'To send a message to, and what to write.' })
  get textMessage(): string | null {
    return this.reading.optionalLine(this.content.textMessage);
  }

  @Field(() => String, { nullable: true, description: 'To chat, or to read more.' })
  get url(): string | null {
    return this.reading.optionalLine(this.content.url);
  }

  @Field(() => String, { nullable: true, description: 'When somebody answers.' })
  get hours(): string | null {
    return this.reading.optionalLine(this.content.hours);
  }

  @Field(() => String, { nullable: true, description: 'In which languages.' })
  get languages(): string | null {
    return this.reading.optionalLine(this.content.languages);
  }
}
