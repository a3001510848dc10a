import {
  getNamedType,
  isInputObjectType,
  typeFromAST,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/**
 * Whether a variable's type holds itself, as each filter does by `and`, `or` and `not`. The compiler writes the reading
 * of a variable out in full, level by level, and would never end.
 */
export function hasEndlessVariable(schema: GraphQLSchema, node: OperationDefinitionNode): boolean {
  return (node.variableDefinitions ?? []).some(({ type }) => {
    const named = getNamedType(typeFromAST(schema, type));
    return named !== undefined && holdsItself(named, []);
  });
}

function holdsItself(type: GraphQLNamedType, within: readonly GraphQLNamedType[]): boolean {
  if (!isInputObjectType(type)) return false;
  if (within.includes(type)) return true;
  const fields = Object.values(type.getFields());
  return fields.some((field) => holdsItself(getNamedType(field.type), [...within, type]));
}
