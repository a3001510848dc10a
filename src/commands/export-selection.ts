import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Parts of a document that are exported whole though they are documents: no text may be shown without them. */
const INSEPARABLE = new Set(['safety', 'references']);

/** The lists of documents that the schema has, each with the type in it. */
export function exportedLists(schema: GraphQLSchema): [list: string, type: GraphQLNamedType][] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.flatMap((field) => {
    const connection = getNamedType(field.type);
    if (!isObjectType(connection) || !connection.name.endsWith('Connection')) return [];
    const nodes = connection.getFields().nodes;
    const type = nodes && getNamedType(nodes.type);
    return type && isObjectType(type) && isDocument(type)
      ? [[field.name, type] satisfies [string, GraphQLNamedType]]
      : [];
  });
}

/**
 * Selects all that a type has, in GraphQL: other documents by id and slug, and no connections, which the documents at
 * their other end tell of.
 */
export function wholeDocument(type: GraphQLNamedType | undefined, isPart = false): string {
  if (!isObjectType(type)) throw new Error(`${String(type)} is no object.`);
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.deprecationReason != null || field.args.length > 0) return [];
    const of = getNamedType(field.type);
    if (isLeafType(of)) return [field.name];
    if (isInterfaceType(of)) return [`${field.name} { id }`];
    if (!isObjectType(of) || of.name.endsWith('Connection')) return [];
    if (!isDocument(of)) return [`${field.name} ${wholeDocument(of, isPart)}`];
    if (!INSEPARABLE.has(field.name)) return [`${field.name} { id slug }`];
    return isPart ? [] : [`${field.name} ${wholeDocument(of, true)}`];
  });
  return `{ ${fields.join(' ')} }`;
}

function isDocument(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}
