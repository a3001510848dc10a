import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection } from '../connection/connection';
import type { RootListArguments } from '../connection/list-arguments';
import type { RequestContext } from '../context';
import { LookUpArguments, lookUp } from '../look-up';
import { LocationConnection, LocationRootListArguments } from './location.connection';
import { Location } from './location.type';

@Resolver()
export class LocationResolver {
  @Query(() => Location, {
    nullable: true,
    description: 'A location, by slug or by id; null where there is none, or no longer.',
  })
  location(
    @Args(() => LookUpArguments) args: LookUpArguments,
    @Ctx() context: RequestContext,
  ): Location | null {
    return lookUp('location', args, context);
  }

  @Query(() => LocationConnection, { description: 'Locations, a page at a time.' })
  locations(
    @Args(() => LocationRootListArguments) args: RootListArguments<'location'>,
    @Ctx() { edition }: RequestContext,
  ): Connection<'location', Location> {
    return edition.in(args.locale).all('location', args);
  }
}
