import { Field, ObjectType } from 'type-graphql';
import type { ShownContent } from '../../catalogue/shown-content';
import type { Reading } from '../reading';
import { ScreeningKind } from './service.enums';

@ObjectType({ description: 'Something to tell the clinician before treatment.' })
export class ScreeningItem {
  constructor(
    private readonly content: ShownContent<'service'>['screeningItems'][number],
    private readonly reading: Reading,
  ) {}

  @Field(() => ScreeningKind, { description: 'What it means for treatment; a clinician decides.' })
  get kind(): string {
    return this.content.kind;
  }

  @Field(() => String, { description: 'What it is.' })
  get name(): string {
    return this.reading.line(this.content.name);
  }

  @Field(() => String, { description: 'Why to tell it, in plain words.' })
  get explanation(): string {
    return this.reading.line(this.content.explanation);
  }
}
