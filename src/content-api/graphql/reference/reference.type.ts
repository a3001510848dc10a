import { Field, Int, ObjectType } from 'type-graphql';
import { GraphQLDate } from 'graphql-scalars';
import { ContentDocument } from '../content-document/content-document.type';
import { Node } from '../node/node.type';
import { PresentedDocument } from '../presented-document';
import { ReferenceKind } from './reference.enums';

@ObjectType({ implements: [Node, ContentDocument], description: 'A source that texts cite.' })
export class Reference extends PresentedDocument<'reference'> {
  @Field(() => String, { description: 'Its title.' })
  get title(): string {
    return this.content.title;
  }

  @Field(() => ReferenceKind, { description: 'What kind of source it is.' })
  get kind(): string {
    return this.content.kind;
  }

  @Field(() => String, { nullable: true, description: 'Who wrote it, as a citation names them.' })
  get authorNames(): string | null {
    return this.content.authors;
  }

  @Field(() => Int, { nullable: true, description: 'When it appeared.' })
  get year(): number | null {
    return this.content.year;
  }

  @Field(() => String, { nullable: true, description: 'Journal, publisher or agency.' })
  get publisher(): string | null {
    return this.content.publisher;
  }

  @Field(() => String, { nullable: true, description: 'Digital Object Identifier: 10.1000/182.' })
  get doi(): string | null {
    return this.content.doi;
  }

  @Field(() => GraphQLDate, { nullable: true, description: 'When somebody last looked at it.' })
  get accessedOn(): string | null {
    return this.content.accessedOn;
  }

  override get url(): string | null {
    const { url, doi } = this.content;
    return url ?? (doi === null ? null : `https://doi.org/${doi}`);
  }
}
