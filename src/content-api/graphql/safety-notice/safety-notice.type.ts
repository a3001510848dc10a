import { Field, ObjectType } from 'type-graphql';
import { GraphQLDate } from 'graphql-scalars';
import { ContentDocument } from '../content-document/content-document.type';
import { Node } from '../node/node.type';
import { PresentedDocument } from '../presented-document';
import type { RichText } from '../../catalogue/rich-text/rich-text';
import { RichTextType } from '../rich-text/rich-text.type';
import { CrisisLine } from './crisis-line.type';
import { Jurisdiction } from './jurisdiction.type';
import { SafetyKind, Severity } from './safety-notice.enums';

@ObjectType({
  implements: [Node, ContentDocument],
  description: 'What must stand next to clinical text.',
})
export class SafetyNotice extends PresentedDocument<'safety-notice'> {
  @Field(() => String, { description: 'Its heading.' })
  get title(): string {
    return this.reading.line(this.content.title);
  }

  @Field(() => SafetyKind, { description: 'What it is about.' })
  get kind(): string {
    return this.content.kind;
  }

  @Field(() => Severity, { description: 'How urgent it is.' })
  get severity(): string {
    return this.content.severity;
  }

  @Field(() => RichTextType, { description: 'The notice.' })
  get text(): RichText {
    return this.reading.richText(this.content.text);
  }

  @Field(() => Jurisdiction, { nullable: true, description: 'Where it holds; null: everywhere.' })
  get jurisdiction(): Jurisdiction | null {
    return this.content.jurisdiction;
  }

  @Field(() => [CrisisLine], { description: 'Numbers to call or write to.' })
  get crisisLines(): readonly CrisisLine[] {
    return this.content.crisisLines.map((line) => new CrisisLine(line, this.reading));
  }

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'The day after which its facts may no longer be true; null: none is known.',
  })
  get factExpiresOn(): string | null {
    return this.content.factExpiresOn;
  }
}
