import { GraphQLError, Kind, type DirectiveNode } from 'graphql';
import type { Variables } from '../variables';

/** Whether `@include` or `@skip` lets a field be answered. */
export function holds({
  name,
  arguments: given = [],
}: DirectiveNode): (variables: Variables) => boolean {
  const wanted = name.value === 'include';
  const value = given.find((argument) => argument.name.value === 'if')?.value;
  if (value?.kind === Kind.BOOLEAN) return () => value.value === wanted;
  if (value?.kind !== Kind.VARIABLE) throw new Error(`@${name.value} has a condition.`);
  const variable = value.name.value;
  return (variables) => {
    const is = variables[variable];
    // One with a default may be null all the same (GraphQL, 5.8.5).
    if (typeof is !== 'boolean') throw new GraphQLError('A condition is true or false.');
    return is === wanted;
  };
}
