import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** The resolvers of a schema's fields; a field that has none is read as a property. */
export type Resolvers = ReadonlyMap<Field, NonNullable<Field['resolve']>>;

/**
 * Takes down the resolvers as they are now. At the first question that a plugin watches field by field, Apollo Server
 * puts a function of its own round every resolver of the schema, for good; compiled queries must go on calling ours.
 */
export function resolversOf(schema: GraphQLSchema): Resolvers {
  const resolvers = new Map<Field, NonNullable<Field['resolve']>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) resolvers.set(field, field.resolve);
    }
  }
  return resolvers;
}
