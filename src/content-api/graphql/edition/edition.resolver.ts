import { Args, ArgsType, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context';
import { Edition } from './edition.type';

/** Every root field takes its arguments first, even none. */
@ArgsType()
class EditionArguments {}

@Resolver()
export class EditionResolver {
  @Query(() => Edition, { description: 'The edition that this answer is from.' })
  edition(
    @Args(() => EditionArguments) _: EditionArguments,
    @Ctx() { edition }: RequestContext,
  ): Edition {
    return edition.edition;
  }
}
