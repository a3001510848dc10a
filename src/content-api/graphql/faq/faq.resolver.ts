import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection } from '../connection/connection';
import type { RootListArguments } from '../connection/list-arguments';
import type { RequestContext } from '../context';
import { LookUpArguments, lookUp } from '../look-up';
import { FaqConnection, FaqRootListArguments } from './faq.connection';
import { Faq } from './faq.type';

@Resolver()
export class FaqResolver {
  @Query(() => Faq, {
    nullable: true,
    description:
      'A question with its answer, by slug or by id; null where there is none, or no longer.',
  })
  faq(
    @Args(() => LookUpArguments) args: LookUpArguments,
    @Ctx() context: RequestContext,
  ): Faq | null {
    return lookUp('faq', args, context);
  }

  @Query(() => FaqConnection, { description: 'Questions with their answers, a page at a time.' })
  faqs(
    @Args(() => FaqRootListArguments) args: RootListArguments<'faq'>,
    @Ctx() { edition }: RequestContext,
  ): Connection<'faq', Faq> {
    return edition.in(args.locale).all('faq', args);
  }
}
