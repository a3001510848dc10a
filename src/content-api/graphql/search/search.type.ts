import { Field, Int, ObjectType } from 'type-graphql';
import { ContentDocument } from '../content-document/content-document.type';
import { PageInfo } from '../connection/page-info.type';
import { constantEnum } from '../constant-enum';
import type { SearchField } from '../../catalogue/search/texts';

const SearchFieldEnum = constantEnum<SearchField>(
  'SearchField',
  'Where in a document something was found; what stands in a title counts most.',
  {
    title: 'Its name, title or question.',
    summary: 'The text that stands in lists.',
    body: 'Everything else that its readers read.',
    tags: 'Its keywords.',
  },
);

@ObjectType({ description: 'Where the words that were looked for stand.' })
export class SearchHighlight {
  @Field(() => SearchFieldEnum, { description: 'In which part of the document.' })
  readonly field!: SearchField;

  @Field(() => String, {
    description: 'The text around them, escaped as HTML, the words in mark elements: safe to show.',
  })
  readonly html!: string;
}

@ObjectType({ description: 'A document that was found.' })
export class SearchEdge {
  @Field(() => String, { description: 'Names the place, for after and before.' })
  readonly cursor!: string;

  @Field(() => ContentDocument, { description: 'What was found.' })
  readonly node!: ContentDocument;

  @Field(() => [SearchHighlight], { description: 'Why it was found; one a field at most.' })
  readonly highlights!: readonly SearchHighlight[];
}

@ObjectType({ description: 'One page of what was found, the best first.' })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: 'What was found, with its cursors and highlights.' })
  readonly edges!: readonly SearchEdge[];

  @Field(() => [ContentDocument], { description: 'What was found alone.' })
  readonly nodes!: readonly ContentDocument[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Of all that was found, not of the page.' })
  readonly totalCount!: number;
}
