import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/** The schema in GraphQL's schema language, sorted, so that two releases can be compared line by line. */
export function sdlOf(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
