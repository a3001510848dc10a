import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionNode } from 'graphql';

/** How an operation is built, whatever it asks. */
export interface Shape {
  /** Fields within fields; introspection, which has a bound of its own, aside. */
  readonly depth: number;
  readonly aliases: number;
}

/** Looks at every definition once, so that fragments within fragments cost nothing more. */
export function shapeOf(document: DocumentNode): Shape {
  let aliases = 0;
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
    }
  }
  return { depth, aliases };
}
