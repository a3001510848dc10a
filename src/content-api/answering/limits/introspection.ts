import {
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { Selecting, Selections } from '../execution/selections';

/** More than any tool asks for: the introspection that is sent by most holds a tenth of it. */
const MOST_OBJECTS = 100_000;

/**
 * How many objects introspection holds. The schema stays what it is, so they are counted and not estimated: whatever
 * the arguments leave out is counted with them.
 */
export class Introspection {
  #left = MOST_OBJECTS;
  /** All that the resolvers of introspection look at. */
  readonly #info: GraphQLResolveInfo;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selections: Selections,
  ) {
    this.#info = { schema } as GraphQLResolveInfo;
  }

  /** Whether there was too much to count. */
  get isTired(): boolean {
    return this.#left < 0;
  }

  /** Of a root field. @returns null for one that is not of introspection. */
  objectsOf(node: FieldNode): number | null {
    if (node.name.value === SchemaMetaFieldDef.name) {
      return this.#objects([node], SchemaMetaFieldDef, [this.schema]);
    }
    if (node.name.value !== TypeMetaFieldDef.name) return null;
    const name = node.arguments?.[0]?.value;
    const named = name?.kind === Kind.STRING ? this.schema.getType(name.value) : null;
    if (named === undefined) return 0;
    // A variable may name any: the one that holds most.
    const types = named ? [named] : Object.values(this.schema.getTypeMap());
    return Math.max(...types.map((type) => this.#objects([node], TypeMetaFieldDef, [type])));
  }

  #objects(
    from: readonly Selecting[],
    field: Pick<GraphQLField<unknown, unknown>, 'type'>,
    values: readonly unknown[],
  ): number {
    const type = getNamedType(field.type);
    // The objects of introspection are of one type each, and its lists hold no nulls.
    if (!isObjectType(type)) return 0;
    this.#left -= values.length;
    if (this.isTired) return 0;
    let objects = values.length;
    for (const selected of this.selections.of(from, type).values()) {
      const nodes = selected.map(({ node }) => node);
      const [name] = nodes.map((node) => node.name.value);
      const inner = type.getFields()[name ?? ''];
      if (!inner || !isObjectType(getNamedType(inner.type))) continue;
      const args = { includeDeprecated: true };
      // Their lists are arrays, and whatever is null holds nothing.
      const found = values.flatMap(
        (value) => inner.resolve?.(value, args, undefined, this.#info) ?? [],
      );
      if (found.length > 0) objects += this.#objects(nodes, inner, found);
    }
    return objects;
  }
}
