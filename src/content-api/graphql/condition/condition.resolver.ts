import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection } from '../connection/connection';
import type { RootListArguments } from '../connection/list-arguments';
import type { RequestContext } from '../context';
import { LookUpArguments, lookUp } from '../look-up';
import { ConditionConnection, ConditionRootListArguments } from './condition.connection';
import { Condition } from './condition.type';

@Resolver()
export class ConditionResolver {
  @Query(() => Condition, {
    nullable: true,
    description: 'A condition, by slug or by id; null where there is none, or no longer.',
  })
  condition(
    @Args(() => LookUpArguments) args: LookUpArguments,
    @Ctx() context: RequestContext,
  ): Condition | null {
    return lookUp('condition', args, context);
  }

  @Query(() => ConditionConnection, { description: 'Conditions, a page at a time.' })
  conditions(
    @Args(() => ConditionRootListArguments) args: RootListArguments<'condition'>,
    @Ctx() { edition }: RequestContext,
  ): Connection<'condition', Condition> {
    return edition.in(args.locale).all('condition', args);
  }
}
