import 'reflect-metadata';
import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { ChangeResolver, selectionOf, WantedChanges } from './change/change.resolver';
import type { ChangedArguments } from './change/change.arguments';
import type { ChangeSelection } from '../syndication/change-selection';
import { ClinicianResolver } from './clinician/clinician.resolver';
import { ConditionResolver } from './condition/condition.resolver';
import { ContentDocumentResolver } from './content-document/content-document.resolver';
import type { RequestContext } from './context';
import { EditionResolver } from './edition/edition.resolver';
import { FaqResolver } from './faq/faq.resolver';
import { LocationResolver } from './location/location.resolver';
import { NodeResolver } from './node/node.resolver';
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

const ALL: ChangeSelection = { types: null, locales: null };

/** The schema that the content API answers in. Its context is a `RequestContext`; it needs no root value. */
export function contentSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [...resolvers, ContentDocumentResolver],
    // GraphQL has checked each argument's type; what else can be wrong with one, the catalogue says.
    validate: false,
    // type-graphql asks for one, but changes come out of the publication log, which streams read for themselves.
    pubSub: { publish: () => undefined, subscribe: () => new WantedChanges(ALL) },
  });
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no Query.');
  query.description = 'Everything that is public, read-only.';
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) resolveByProperty(type);
  }
  resolveByMethod(query);
  const subscription = schema.getSubscriptionType();
  if (!subscription) throw new Error('The schema has no Subscription.');
  subscription.description = 'What happens, as it happens: at /graphql/stream.';
  resolveByRoot(subscription);
  return schema;
}

/**
 * type-graphql wraps each field that has arguments into a function that answers with a promise. Our objects have
 * getters and methods of the fields' names and take arguments first, as GraphQL's own resolver has it, so it can do
 * without: an answer of ten thousand fields then waits for none of them.
 */
function resolveByProperty(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    // Compiled operations read properties by themselves, and call none.
    field.resolve =
      field.args.length === 0
        ? undefined
        : (source: Methods, args, context) => source[field.name]?.(args, context);
  }
}

/** Answers each field of Query with the method of that name, of whichever resolver has one. */
function resolveByMethod(query: GraphQLObjectType): void {
  const instances: object[] = resolvers.map((Resolver) => new Resolver());
  for (const field of Object.values(query.getFields())) {
    const instance = instances.find((each) => field.name in each) as Methods | undefined;
    const method = instance?.[field.name];
    if (!method) throw new Error(`No resolver has a method for the field "${field.name}".`);
    field.resolve = (_root, args, context) => method.call(instance, args, context);
  }
}

/** A subscription's event is the value of its field; its source says only which events are wanted. */
function resolveByRoot(subscription: GraphQLObjectType): void {
  for (const field of Object.values(subscription.getFields())) {
    field.resolve = (event) => event as unknown;
    field.subscribe = (_root, args, context) =>
      new WantedChanges(selectionOf(args as ChangedArguments, context as RequestContext));
  }
}

type Methods = Readonly<Record<string, (args: unknown, context: unknown) => unknown>>;
