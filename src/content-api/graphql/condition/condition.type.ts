import { Args, Field, ObjectType } from 'type-graphql';
import { ContentDocument } from '../content-document/content-document.type';
import { Node } from '../node/node.type';
import { PresentedDocument } from '../presented-document';
import type { Connection } from '../connection/connection';
import type { ListArguments } from '../connection/list-arguments';
import type { RichText } from '../../catalogue/rich-text/rich-text';
import { RichTextType } from '../rich-text/rich-text.type';
import { SearchEngine } from '../content-document/search-engine.type';
import { ServiceConnection, ServiceListArguments } from '../service/service.connection';
import type { Service } from '../service/service.type';

@ObjectType({
  implements: [Node, ContentDocument],
  description: 'Something people seek treatment for.',
})
export class Condition extends PresentedDocument<'condition'> {
  @Field(() => String, { description: 'What it is called.' })
  get name(): string {
    return this.content.name;
  }

  @Field(() => String, { description: 'In a few sentences.' })
  get summary(): string {
    return this.reading.line(this.content.summary);
  }

  @Field(() => RichTextType, { nullable: true, description: 'The whole text.' })
  get body(): RichText | null {
    return this.reading.optionalRichText(this.content.body);
  }

  @Field(() => [String], { description: 'Other names.' })
  get alsoKnownAs(): readonly string[] {
    return this.content.alsoKnownAs.map(({ text }) => text);
  }

  @Field(() => SearchEngine, { nullable: true, description: 'What search engines show.' })
  get searchEngine(): SearchEngine | null {
    return this.content.searchEngine;
  }

  @Field(() => ServiceConnection, { description: 'What is offered for it.' })
  services(
    @Args(() => ServiceListArguments) args: ListArguments<'service'>,
  ): Connection<'service', Service> {
    return this.reading.sources('service.conditions', this.id, 'service', args);
  }
}
