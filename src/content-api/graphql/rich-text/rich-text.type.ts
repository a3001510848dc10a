import { Field, ObjectType } from 'type-graphql';
import type { RichText } from '../../catalogue/rich-text/rich-text';

@ObjectType('RichText', { description: 'Text that an editor formatted, in three forms.' })
export class RichTextType implements Pick<RichText, 'html' | 'markdown' | 'text'> {
  @Field(() => String, { description: 'Safe to insert into a page as it is.' })
  readonly html!: string;

  @Field(() => String, { description: 'CommonMark, with strikethrough.' })
  readonly markdown!: string;

  @Field(() => String, { description: 'Words only; an empty line between blocks.' })
  readonly text!: string;
}
