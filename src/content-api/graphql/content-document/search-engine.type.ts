import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What search engines show of a page.' })
export class SearchEngine {
  @Field(() => String, { nullable: true, description: 'Instead of the page’s own title.' })
  readonly title!: string | null;

  @Field(() => String, { nullable: true, description: 'Instead of the summary.' })
  readonly description!: string | null;
}
