import { Field, ObjectType } from 'type-graphql';
import type { PageInfo as CataloguePageInfo } from '../../catalogue/page';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo implements CataloguePageInfo {
  @Field(() => Boolean, { description: 'Whether something comes behind this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something comes before this page.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Of the first item; null on an empty page.' })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the last item; null on an empty page.' })
  readonly endCursor!: string | null;
}
