import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getArgumentValues,
  type DirectiveNode,
} from 'graphql';
import type { Variables } from '../variables';

/**
 * Whether `@include` or `@skip` lets a field be answered.
 *
 * @throws GraphQLError where the condition is neither true nor false: a variable with a default may be null all the same
 * (GraphQL, 5.8.5).
 */
export function holds(condition: DirectiveNode): (variables: Variables) => boolean {
  const isInclude = condition.name.value === GraphQLIncludeDirective.name;
  const directive = isInclude ? GraphQLIncludeDirective : GraphQLSkipDirective;
  return (variables) => getArgumentValues(directive, condition, variables).if === isInclude;
}
