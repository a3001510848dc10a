import { Field, ObjectType } from 'type-graphql';
import type { ShownContent } from '../../catalogue/shown-content';
import type { Reading } from '../reading';

@ObjectType({ description: 'Something that happens in a phase.' })
export class Step {
  constructor(
    private readonly content: ShownContent<'therapy-phase'>['steps'][number],
    private readonly reading: Reading,
  ) {}

  @Field(() => String, { description: 'What happens.' })
  get title(): string {
    return this.reading.line(this.content.title);
  }

  @Field(() => String, { description: 'In more words.' })
  get text(): string {
    return this.reading.line(this.content.text);
  }
}
