import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';

/** How an operation is built, whatever it asks. */
export interface Shape {
  /** Fields within fields; introspection, which has a bound of its own, aside. */
  readonly depth: number;
  readonly aliases: number;
  /** Lists and objects within one another, among arguments. */
  readonly valueDepth: number;
}

/** Looks at every definition once, so that fragments within fragments cost nothing more. */
export function shapeOf(document: DocumentNode): Shape {
  let aliases = 0;
  let valueDepth = 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  const depths = new Map<string, number>();

  function depthOf(selections: readonly SelectionNode[]): number {
    let deepest = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.alias) aliases += 1;
        for (const { value } of selection.arguments ?? []) {
          valueDepth = Math.max(valueDepth, depthOfValue(value));
        }
        if (selection.name.value.startsWith('__')) continue;
        const inner = selection.selectionSet ? depthOf(selection.selectionSet.selections) : 0;
        deepest = Math.max(deepest, 1 + inner);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        deepest = Math.max(deepest, depthOf(selection.selectionSet.selections));
      } else {
        deepest = Math.max(deepest, fragmentDepth(selection.name.value));
      }
    }
    return deepest;
  }

  function fragmentDepth(name: string): number {
    const known = depths.get(name);
    if (known !== undefined) return known;
    // One that leads back to itself is refused as invalid, and must only not be followed for ever here.
    depths.set(name, 0);
    const depth = depthOf(fragments.get(name)?.selectionSet.selections ?? []);
    depths.set(name, depth);
    return depth;
  }

  let depth = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      depth = Math.max(depth, depthOf(definition.selectionSet.selections));
      for (const { defaultValue } of definition.variableDefinitions ?? []) {
        if (defaultValue) valueDepth = Math.max(valueDepth, depthOfValue(defaultValue));
      }
    }
  }
  return { depth, aliases, valueDepth };
}

/** Level by level: one function within another for each would be what a deep value is sent for. */
function depthOfValue(value: ValueNode): number {
  let depth = 0;
  for (let level = [value]; level.length > 0; depth += 1) {
    level = level.flatMap((node) => {
      if (node.kind === Kind.LIST) return node.values;
      return node.kind === Kind.OBJECT ? node.fields.map((field) => field.value) : [];
    });
  }
  return depth - 1;
}
