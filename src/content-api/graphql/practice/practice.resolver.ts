import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { LOCALE_DESCRIPTION } from '../connection/list-arguments';
import type { RequestContext } from '../context';
import { Practice } from './practice.type';

@ArgsType()
class PracticeArguments {
  @Field(() => String, { nullable: true, description: LOCALE_DESCRIPTION })
  readonly locale?: string | null;
}

@Resolver()
export class PracticeResolver {
  @Query(() => Practice, {
    nullable: true,
    description: 'The organisation that publishes; null before it is published itself.',
  })
  practice(
    @Args(() => PracticeArguments) { locale }: PracticeArguments,
    @Ctx() { edition }: RequestContext,
  ): Practice | null {
    const reading = edition.in(locale);
    return reading.view.practice && reading.present(reading.view.practice);
  }
}
