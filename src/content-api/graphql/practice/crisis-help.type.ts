import { Field, ObjectType } from 'type-graphql';
import type { ShownContent } from '../../catalogue/shown-content';
import type { Reading } from '../reading';
import type { RichText } from '../../catalogue/rich-text/rich-text';
import { RichTextType } from '../rich-text/rich-text.type';
import { CrisisLine } from '../safety-notice/crisis-line.type';

@ObjectType({ description: 'The page for someone who needs help now.' })
export class CrisisHelp {
  constructor(
    private readonly content: NonNullable<ShownContent<'practice'>['crisisHelp']>,
    private readonly reading: Reading,
  ) {}

  @Field(() => String, { description: 'Its heading.' })
  get title(): string {
    return this.reading.line(this.content.title);
  }

  @Field(() => RichTextType, { description: 'What to do.' })
  get text(): RichText {
    return this.reading.richText(this.content.text);
  }

  @Field(() => [CrisisLine], { description: 'Numbers to call or write to.' })
  get lines(): readonly CrisisLine[] {
    return this.content.lines.map((line) => new CrisisLine(line, this.reading));
  }
}
