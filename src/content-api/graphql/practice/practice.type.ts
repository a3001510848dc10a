import { Field, ObjectType } from 'type-graphql';
import { ContentDocument } from '../content-document/content-document.type';
import { Node } from '../node/node.type';
import { PresentedDocument } from '../presented-document';
import type { RichText } from '../../catalogue/rich-text/rich-text';
import { RichTextType } from '../rich-text/rich-text.type';
import { Contact } from './contact.type';
import { CrisisHelp } from './crisis-help.type';
import { NavigationItem } from './navigation-item.type';

@ObjectType({
  implements: [Node, ContentDocument],
  description: 'The organisation that publishes. There is one.',
})
export class Practice extends PresentedDocument<'practice'> {
  @Field(() => String, { description: 'What it is called.' })
  get name(): string {
    return this.content.name;
  }

  @Field(() => String, { description: 'In a few sentences.' })
  get description(): string {
    return this.reading.line(this.content.description);
  }

  @Field(() => [Contact], { description: 'How to reach it.' })
  get contacts(): readonly Contact[] {
    return this.content.contacts;
  }

  @Field(() => RichTextType, { description: 'Who pays for what is published.' })
  get funding(): RichText {
    return this.reading.richText(this.content.funding);
  }

  @Field(() => RichTextType, { description: 'What those who write may gain.' })
  get conflictsOfInterest(): RichText {
    return this.reading.richText(this.content.conflictsOfInterest);
  }

  @Field(() => RichTextType, { description: 'How texts are written, reviewed and corrected.' })
  get publishingPrinciples(): RichText {
    return this.reading.richText(this.content.publishingPrinciples);
  }

  @Field(() => [NavigationItem], { description: 'The menu of its site.' })
  get navigation(): readonly NavigationItem[] {
    return this.content.navigation;
  }

  @Field(() => CrisisHelp, {
    nullable: true,
    description: 'The page for someone who needs help now.',
  })
  get crisisHelp(): CrisisHelp | null {
    return this.content.crisisHelp && new CrisisHelp(this.content.crisisHelp, this.reading);
  }
}
