import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A document’s page in one language: what an hreflang link says.' })
export class Alternate {
  @Field(() => String, {
    description:
      'The language as BCP 47 names it; `x-default` for readers of any other, who get the default one.',
  })
  readonly hreflang!: string;

  @Field(() => String, { description: 'The page’s address.' })
  readonly url!: string;
}
