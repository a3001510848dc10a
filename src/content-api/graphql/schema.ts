import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { ChangeResolver } from './change/change.resolver';
import { ClinicianResolver } from './clinician/clinician.resolver';
import { ConditionResolver } from './condition/condition.resolver';
import { ContentDocumentResolver } from './content-document/content-document.resolver';
import { EditionResolver } from './edition/edition.resolver';
import { FaqResolver } from './faq/faq.resolver';
import { LocationResolver } from './location/location.resolver';
import { NodeResolver } from './node/node.resolver';
import { refuseIneffective, resolvePlainly } from './plain-resolvers';
import { PracticeResolver } from './practice/practice.resolver';
import { SearchResolver } from './search/search.resolver';
import { ServiceResolver } from './service/service.resolver';
import { SiteResolver } from './site/site.resolver';
import { TherapyPhaseResolver } from './therapy-phase/therapy-phase.resolver';

const resolvers = [
  ServiceResolver,
  TherapyPhaseResolver,
  ClinicianResolver,
  FaqResolver,
  ConditionResolver,
  LocationResolver,
  PracticeResolver,
  NodeResolver,
  EditionResolver,
  ChangeResolver,
  SearchResolver,
  SiteResolver,
] as const;

/**
 * The schema that the content API answers in. Its context is a `RequestContext`; it needs no root value.
 *
 * @throws Error where a resolver carries a decorator that would have no effect.
 */
export function contentSchema(): GraphQLSchema {
  refuseIneffective();
  const schema = buildSchemaSync({
    resolvers: [...resolvers, ContentDocumentResolver],
    // GraphQL has checked each argument's type; what else can be wrong with one, the catalogue says.
    validate: false,
    // type-graphql wants one wherever there is a subscription. Changes come out of the publication log instead, which
    // streams read for themselves.
    pubSub: { publish: unused, subscribe: unused },
  });
  const query = schema.getQueryType();
  const subscription = schema.getSubscriptionType();
  if (!query || !subscription) throw new Error('The schema has no Query or no Subscription.');
  query.description = 'Everything that is public, read-only.';
  subscription.description = 'What happens, as it happens: at /graphql/stream.';
  resolvePlainly(
    schema,
    resolvers.map((Resolver) => new Resolver()),
    { ContentDocument: new ContentDocumentResolver() },
  );
  return schema;
}

function unused(): never {
  throw new Error('Changes come out of the publication log.');
}
