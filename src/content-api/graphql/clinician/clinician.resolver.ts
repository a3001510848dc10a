import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection } from '../connection/connection';
import type { RootListArguments } from '../connection/list-arguments';
import type { RequestContext } from '../context';
import { LookUpArguments, lookUp } from '../look-up';
import { ClinicianConnection, ClinicianRootListArguments } from './clinician.connection';
import { Clinician } from './clinician.type';

@Resolver()
export class ClinicianResolver {
  @Query(() => Clinician, {
    nullable: true,
    description: 'A clinician, by slug or by id; null where there is none, or no longer.',
  })
  clinician(
    @Args(() => LookUpArguments) args: LookUpArguments,
    @Ctx() context: RequestContext,
  ): Clinician | null {
    return lookUp('clinician', args, context);
  }

  @Query(() => ClinicianConnection, { description: 'Clinicians, a page at a time.' })
  clinicians(
    @Args(() => ClinicianRootListArguments) args: RootListArguments<'clinician'>,
    @Ctx() { edition }: RequestContext,
  ): Connection<'clinician', Clinician> {
    return edition.in(args.locale).all('clinician', args);
  }
}
