import { Arg, Args, FieldResolver, Query, Resolver, Root, type ClassType } from 'type-graphql';
import { pageOf } from './page';
import {
  ClinicianConnection,
  FaqConnection,
  PageArguments,
  Service,
  ServiceConnection,
  type Clinician,
  type Connection,
  type Faq,
} from './types';

@Resolver(() => Service)
export class ServiceFieldsResolver {
  @FieldResolver(() => ClinicianConnection)
  clinicians(
    @Root() service: Service,
    @Args(() => PageArguments) page: PageArguments,
  ): Connection<Clinician> {
    return pageOf(service.allClinicians, page);
  }

  @FieldResolver(() => FaqConnection)
  faqs(@Root() service: Service, @Args(() => PageArguments) page: PageArguments): Connection<Faq> {
    return pageOf(service.allFaqs, page);
  }
}

/** @param services in the order in which they are listed. */
export function queryResolver(services: readonly Service[]): ClassType {
  const bySlug = new Map(services.map((service) => [service.slug, service]));

  @Resolver()
  class QueryResolver {
    @Query(() => ServiceConnection)
    services(@Args(() => PageArguments) page: PageArguments): Connection<Service> {
      return pageOf(services, page);
    }

    @Query(() => Service, { nullable: true })
    service(@Arg('slug', () => String) slug: string): Service | null {
      return bySlug.get(slug) ?? null;
    }
  }
  return QueryResolver;
}
