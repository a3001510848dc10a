import type { GraphQLNamedType } from 'graphql';

/** Whether objects of a type are pages: they hold as many items as somebody asks for. */
export function isPage({ name }: GraphQLNamedType): boolean {
  return /(Connection|Page)$/.test(name);
}
