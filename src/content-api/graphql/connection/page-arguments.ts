import { ArgsType, Field, Int } from 'type-graphql';
import type { PageArguments } from '../../catalogue/page';

/** The arguments by which every connection is paged. */
@ArgsType()
export class PageArgs implements PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: 'How many, from the start: 1 to 100. With neither first nor last: 20.',
  })
  readonly first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes behind this cursor.' })
  readonly after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many, from the end: 1 to 100.' })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  readonly before?: string | null;
}
