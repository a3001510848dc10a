import { Field, ObjectType } from 'type-graphql';
import type { RichText } from '../../catalogue/rich-text/rich-text';
import { Ready } from '../ready-text';

@ObjectType('RichText', { description: 'Text that an editor formatted, in three forms.' })
export class RichTextType implements Pick<RichText, 'html' | 'markdown' | 'text'> {
  @Ready((richText: RichText) => richText.wire('html'))
  @Field(() => String, { description: 'Safe to insert into a page as it is.' })
  readonly html!: string;

  @Ready((richText: RichText) => richText.wire('markdown'))
  @Field(() => String, { description: 'CommonMark, with strikethrough.' })
  readonly markdown!: string;

  @Ready((richText: RichText) => richText.wire('text'))
  @Field(() => String, { description: 'Words only; an empty line between blocks.' })
  readonly text!: string;
}
