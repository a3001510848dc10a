import { isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Methods = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/**
 * type-graphql wraps each resolver into a function that answers with a promise, so that an answer of ten thousand fields
 * waits ten thousand times. Ours are called as they are, and answer at once: a root field by the method of its name in
 * one of the resolvers, any other field by the property of its name, which takes its arguments where it is a method.
 *
 * @param resolvers of the root fields.
 * @param inherited of the fields that an interface brings along, by the interface's name.
 */
export function resolvePlainly(
  schema: GraphQLSchema,
  resolvers: readonly object[],
  inherited: Readonly<Record<string, object>>,
): void {
  const roots = [schema.getQueryType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    if (roots.includes(type)) resolveByMethod(type, resolvers);
    else resolveByProperty(type, inherited);
  }
}

function resolveByMethod(root: GraphQLObjectType, resolvers: readonly object[]): void {
  for (const field of Object.values(root.getFields())) {
    const resolver = resolvers.find((each) => field.name in each) as Methods | undefined;
    const method = resolver?.[field.name];
    if (!method) throw new Error(`No resolver has a method for the field "${field.name}".`);
    // A subscription's event is its root; a query has none, and its methods take the context in that place.
    field.resolve = (event, args, context) => method.call(resolver, args, event ?? context);
  }
}

function resolveByProperty(
  type: GraphQLObjectType,
  inherited: Readonly<Record<string, object>>,
): void {
  const resolvers = type.getInterfaces().flatMap(({ name }) => inherited[name] ?? []) as Methods[];
  for (const field of Object.values(type.getFields())) {
    const resolver = resolvers.find((each) => field.name in each);
    if (resolver) {
      field.resolve = (source, args) => resolver[field.name]?.(source, args);
    } else if (field.args.length > 0) {
      field.resolve = (source: Methods, args, context) => source[field.name]?.(args, context);
    } else {
      // GraphQL's own: it reads the property.
      field.resolve = undefined;
    }
  }
}

/**
 * Refuses what `@Authorized` and `@UseMiddleware` would put round a resolver, as it would never run, and a field whose
 * name is not its property's, as it would be answered with null. To be called before the schema is built, which wants
 * more of them than that they are there.
 *
 * @throws Error that names the first of them.
 */
export function refuseIneffective(): void {
  const { authorizedFields, authorizedResolver, fields, middlewares, resolverMiddlewares } =
    getMetadataStorage();
  const renamed = fields.find(({ name, schemaName }) => name !== schemaName);
  if (renamed) {
    throw new Error(
      `The field ${renamed.schemaName} of ${renamed.target.name} is read from the property of its own name, and not from ` +
        `${renamed.name}. Give it a getter, and take "name" out of @Field.`,
    );
  }
  const wrapped = [
    ...[...authorizedFields, ...authorizedResolver].map((on) => ({ decorator: '@Authorized', on })),
    ...[...middlewares, ...resolverMiddlewares].map((on) => ({ decorator: '@UseMiddleware', on })),
  ];
  const [first] = wrapped;
  if (!first) return;
  const { decorator, on } = first;
  const place = 'fieldName' in on ? `${on.target.name}.${String(on.fieldName)}` : on.target.name;
  throw new Error(
    `${decorator} on ${place} would have no effect: resolvers are called as they are, without anything round them. ` +
      'Say who may ask what in src/content-api/access, and take the decorator away.',
  );
}
