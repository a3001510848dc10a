import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Connection } from '../connection/connection';
import type { RootListArguments } from '../connection/list-arguments';
import type { RequestContext } from '../context';
import { LookUpArguments, lookUp } from '../look-up';
import { ServiceConnection, ServiceRootListArguments } from './service.connection';
import { Service } from './service.type';

@Resolver()
export class ServiceResolver {
  @Query(() => Service, {
    nullable: true,
    description: 'A service, by slug or by id; null where there is none, or no longer.',
  })
  service(
    @Args(() => LookUpArguments) args: LookUpArguments,
    @Ctx() context: RequestContext,
  ): Service | null {
    return lookUp('service', args, context);
  }

  @Query(() => ServiceConnection, { description: 'Services, a page at a time.' })
  services(
    @Args(() => ServiceRootListArguments) args: RootListArguments<'service'>,
    @Ctx() { edition }: RequestContext,
  ): Connection<'service', Service> {
    return edition.in(args.locale).all('service', args);
  }
}
