import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { Document } from '../../catalogue/document';
import { pageUrlOf, slugOf } from '../page-url';
import type { Reading } from '../reading';
import { Alternate } from './alternate.type';

@ObjectType({ description: 'A page of the practice’s site: what a sitemap says of it.' })
export class SitemapEntry {
  readonly key: string;

  constructor(
    private readonly document: Document,
    private readonly publishedAt: string,
    private readonly reading: Reading,
  ) {
    this.key = `${document.type} ${document.id}`;
  }

  @Field(() => String, { description: 'The page’s address.' })
  get url(): string {
    // There is an entry only of what has a page.
    return pageUrlOf(this.document, slugOf(this.document), this.reading.view) ?? '';
  }

  @Field(() => GraphQLDateTime, { description: 'When the text on it was published.' })
  get lastModified(): string {
    return this.publishedAt;
  }

  @Field(() => [Alternate], { description: 'The same page in each of its languages.' })
  get alternates(): readonly Alternate[] {
    return this.reading.alternatesOf(this.document);
  }
}
