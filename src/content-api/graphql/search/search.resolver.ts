import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { ContentTypeName } from '../../../publications/content';
import { searchPage } from '../../catalogue/search/search-page';
import { ApiError } from '../../errors';
import { LOCALE_DESCRIPTION } from '../connection/list-arguments';
import { PageArgs } from '../connection/page-arguments';
import { ContentType } from '../content-document/content-type';
import type { RequestContext } from '../context';
import { FoundConnection } from './found-connection';
import { SearchConnection } from './search.type';

@ArgsType()
class SearchArgs extends PageArgs {
  @Field(() => String, {
    description: 'What a reader typed: 200 characters at most. Words, not an expression.',
  })
  readonly query!: string;

  @Field(() => [ContentType], { nullable: true, description: 'Only these types; absent: all.' })
  readonly types?: readonly ContentTypeName[] | null;

  @Field(() => String, { nullable: true, description: LOCALE_DESCRIPTION })
  readonly locale?: string | null;
}

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'Full text over everything public, the best first: forgives typing errors and missing accents, finds other forms of a word, words that begin so, and what else readers call it.',
  })
  search(
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() { edition }: RequestContext,
  ): SearchConnection {
    const reading = edition.in(args.locale);
    const page = searchPage(reading.view, args);
    if (page instanceof ApiError) throw page;
    return new FoundConnection(page, reading);
  }
}
