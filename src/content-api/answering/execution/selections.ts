import {
  Kind,
  isAbstractType,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from '../variables';
import { holds } from './condition';

/** Fields looked at in all: fragments within fragments could name more than there are atoms. */
const MOST_FIELDS = 10_000;

/** A field as it stands in an operation, and the directives that may leave it out. */
export interface SelectedField {
  readonly node: FieldNode;
  readonly conditions: readonly DirectiveNode[];
}

/** Where fields are selected: an operation, or a field of it. */
export interface Selecting {
  readonly selectionSet?: SelectionSetNode | undefined;
  /** What may leave out all of it, besides: of the fields round it, where that matters to who looks. */
  readonly conditions?: readonly DirectiveNode[];
}

/** Unfolds the fragments of a document. */
export class Selections {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  #looked = 0;

  /** @param variables where they are known; then what they leave out is left out, and whatever stays has no condition. */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables | null = null,
  ) {
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(
      (fragments as FragmentDefinitionNode[]).map((fragment) => [fragment.name.value, fragment]),
    );
  }

  /** How many fields were looked at. */
  get looked(): number {
    return this.#looked;
  }

  /** Whether so much was looked at that the rest was left alone. */
  get isTired(): boolean {
    return this.#looked > MOST_FIELDS;
  }

  /** The fields that apply to an object of a type, by the name under which they are answered. */
  of(from: readonly Selecting[], object: GraphQLObjectType): Map<string, SelectedField[]> {
    const selected = new Map<string, SelectedField[]>();
    const spread = new Set<string>();
    const visit = (selections: readonly SelectionNode[], outer: readonly DirectiveNode[]): void => {
      for (const selection of selections) {
        this.#looked += 1;
        if (this.isTired) return;
        const conditions = this.#open([...outer, ...(selection.directives ?? [])]);
        if (conditions === null) continue;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          const fields = selected.get(key) ?? [];
          fields.push({ node: selection, conditions });
          selected.set(key, fields);
          continue;
        }
        const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
        const fragment = isSpread ? this.#fragments.get(selection.name.value) : selection;
        if (!fragment || !this.#applies(fragment.typeCondition?.name.value, object)) continue;
        if (isSpread) {
          const name = `${selection.name.value} ${conditions.map(nameOf).join(' ')}`;
          if (spread.has(name)) continue;
          spread.add(name);
        }
        visit(fragment.selectionSet.selections, conditions);
      }
    };
    for (const { selectionSet, conditions = [] } of from) {
      visit(selectionSet?.selections ?? [], conditions);
    }
    return selected;
  }

  /** @returns the conditions that are not decided yet; null where one does not hold. */
  #open(conditions: readonly DirectiveNode[]): readonly DirectiveNode[] | null {
    const { variables } = this;
    if (variables === null || conditions.length === 0) return conditions;
    const open: DirectiveNode[] = [];
    for (const condition of conditions) {
      const decided = decidedBy(condition, variables);
      if (decided === false) return null;
      if (decided === null) open.push(condition);
    }
    return open;
  }

  #applies(condition: string | undefined, object: GraphQLObjectType): boolean {
    if (condition === undefined || condition === object.name) return true;
    const type = this.schema.getType(condition);
    return type !== undefined && isAbstractType(type) && this.schema.isSubType(type, object);
  }
}

/** @returns null for a condition that is neither true nor false: it fails where it is met, which may be nowhere. */
function decidedBy(condition: DirectiveNode, variables: Variables): boolean | null {
  try {
    return holds(condition)(variables);
  } catch {
    return null;
  }
}

/** The parts of several fields, each under the conditions of its own. */
export function partsOf(fields: readonly SelectedField[]): Selecting[] {
  return fields.map(({ node: { selectionSet }, conditions }) => ({ selectionSet, conditions }));
}

/** Whether one field is answered wherever another is: under some of its conditions, and no others. */
export function isAnsweredWith(one: SelectedField, other: SelectedField): boolean {
  const held = new Set(other.conditions.map(nameOf));
  return one.conditions.every((condition) => held.has(nameOf(condition)));
}

/** Tells conditions apart that may turn out differently. */
function nameOf({ name, arguments: given = [] }: DirectiveNode): string {
  const values = given.map(({ value }) =>
    value.kind === Kind.VARIABLE ? `$${value.name.value}` : JSON.stringify(value),
  );
  return `@${name.value}(${values.join()})`;
}
