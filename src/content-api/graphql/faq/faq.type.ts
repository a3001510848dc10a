import { Field, Int, ObjectType } from 'type-graphql';
import { ContentDocument } from '../content-document/content-document.type';
import { Node } from '../node/node.type';
import { PresentedDocument } from '../presented-document';
import type { RichText } from '../../catalogue/rich-text/rich-text';
import { RichTextType } from '../rich-text/rich-text.type';
import { SearchEngine } from '../content-document/search-engine.type';
import { Service } from '../service/service.type';
import { TherapyPhase } from '../therapy-phase/therapy-phase.type';
import { Audience, FaqTopic } from './faq.enums';

@ObjectType({
  implements: [Node, ContentDocument],
  description: 'A question that people ask, with its answer.',
})
export class Faq extends PresentedDocument<'faq'> {
  @Field(() => String, { description: 'As people ask it.' })
  get question(): string {
    return this.reading.line(this.content.question);
  }

  @Field(() => RichTextType, { description: 'The answer.' })
  get answer(): RichText {
    return this.reading.richText(this.content.answer);
  }

  @Field(() => FaqTopic, { description: 'What it is about.' })
  get topic(): string {
    return this.content.topic;
  }

  @Field(() => Audience, { description: 'Whom the answer speaks to.' })
  get audience(): string {
    return this.content.audience;
  }

  @Field(() => Int, { description: 'Lists are sorted by it, smallest first.' })
  get position(): number {
    return this.content.position;
  }

  @Field(() => [Service], { description: 'The services that it is about.' })
  get services(): readonly Service[] {
    return this.reading.targets('service', this.content.services);
  }

  @Field(() => [TherapyPhase], { description: 'The phases that it is about.' })
  get phases(): readonly TherapyPhase[] {
    return this.reading.targets('therapy-phase', this.content.phases);
  }

  @Field(() => SearchEngine, { nullable: true, description: 'What search engines show.' })
  get searchEngine(): SearchEngine | null {
    return this.content.searchEngine;
  }
}
