import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection } from '../connection/connection';
import type { RootListArguments } from '../connection/list-arguments';
import type { RequestContext } from '../context';
import { LookUpArguments, lookUp } from '../look-up';
import { TherapyPhaseConnection, TherapyPhaseRootListArguments } from './therapy-phase.connection';
import { TherapyPhase } from './therapy-phase.type';

@Resolver()
export class TherapyPhaseResolver {
  @Query(() => TherapyPhase, {
    nullable: true,
    description: 'A phase of a therapy, by slug or by id; null where there is none, or no longer.',
  })
  therapyPhase(
    @Args(() => LookUpArguments) args: LookUpArguments,
    @Ctx() context: RequestContext,
  ): TherapyPhase | null {
    return lookUp('therapy-phase', args, context);
  }

  @Query(() => TherapyPhaseConnection, { description: 'Phases of therapies, a page at a time.' })
  therapyPhases(
    @Args(() => TherapyPhaseRootListArguments) args: RootListArguments<'therapy-phase'>,
    @Ctx() { edition }: RequestContext,
  ): Connection<'therapy-phase', TherapyPhase> {
    return edition.in(args.locale).all('therapy-phase', args);
  }
}
