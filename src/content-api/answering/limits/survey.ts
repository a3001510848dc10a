import {
  GraphQLList,
  GraphQLNonNull,
  Kind,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { Selections, type SelectedField, type Selecting } from '../execution/selections';
import type { Variables } from '../variables';
import { plainList, searchCost, sizeFrom, type CostPlan, type Size } from './cost';

/** Types whose formatted text must not be shown without its safety notices. */
const CLINICAL: ReadonlySet<string> = new Set(['Service', 'TherapyPhase', 'Faq']);

/** What a valid operation is found to ask. */
export interface Survey {
  readonly cost: CostPlan;
  /** Where formatted clinical text is asked for without `safety`: `service.phases`; null where nowhere. */
  readonly withoutSafety: string | null;
}

/**
 * Looks at everything that an operation selects, fragments unfolded.
 *
 * @returns null where there is too much of it to look at.
 */
export function survey(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  defaults: Variables,
): Survey | null {
  const surveyor = new Surveyor(schema, document, defaults);
  const root = schema.getRootType(operation.operation);
  if (!root) return null;
  const cost = surveyor.costOf([operation], root);
  return surveyor.isTired ? null : { cost, withoutSafety: surveyor.withoutSafety };
}

class Surveyor {
  readonly #selections: Selections;
  withoutSafety: string | null = null;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly defaults: Variables,
  ) {
    this.#selections = new Selections(schema, document);
  }

  get isTired(): boolean {
    return this.#selections.isTired;
  }

  /** Of one object of a type, without itself. */
  costOf(from: readonly Selecting[], type: GraphQLCompositeType, path = ''): CostPlan {
    const objects = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    const plans = objects
      .filter(isObjectType)
      .map((object) => this.#objectCost(from, object, path));
    // Whichever of them it will be: the dearest, as far as it can be told without the variables.
    const dearest = plans.reduce<CostPlan | null>(
      (most, plan) => (weightOf(plan) > weightOf(most) ? plan : most),
      null,
    );
    return dearest ?? { once: 0, many: [] };
  }

  #objectCost(from: readonly Selecting[], object: GraphQLObjectType, path: string): CostPlan {
    const chosen = this.#selections.of(from, object);
    let once = 0;
    const many: CostPlan['many'][number][] = [];
    const isClinical = CLINICAL.has(object.name);
    if (isClinical && this.#holdsText(chosen, object) && !isSafe(chosen)) {
      this.withoutSafety ??= path === '' ? object.name : path;
    }
    if (object.name === 'SearchEdge' && this.#quotesAlone(chosen)) this.withoutSafety ??= path;
    for (const [key, fields] of chosen) {
      const [first] = fields;
      const field = first && object.getFields()[first.node.name.value];
      if (!first || !field) continue;
      const type = getNamedType(field.type);
      if (!isCompositeType(type)) continue;
      const nodes = fields.flatMap(({ node }) =>
        node.selectionSet ? [{ selectionSet: node.selectionSet }] : [],
      );
      const inner = this.costOf(nodes, type, path === '' ? key : `${path}.${key}`);
      const each = { once: inner.once + 1, many: inner.many };
      if (isPage(type.name)) {
        // Its items are told of twice, by `nodes` and by `edges`, where both are asked for.
        const size = this.#sizeOf(first.node);
        many.push(...inner.many.map((part) => (isItems(part) ? { size, each: part.each } : part)));
        once += inner.once + 1 + (type.name === 'SearchConnection' ? searchCost : 0);
      } else if (isList(field.type)) {
        many.push({ size: isPage(object.name) ? ITEMS : this.#listSize(first.node), each });
      } else {
        once += each.once;
        many.push(...each.many);
      }
    }
    return { once, many };
  }

  #sizeOf(node: FieldNode) {
    const valueOf = (name: string): unknown => {
      const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
      if (value?.kind === Kind.INT) return Number(value.value);
      if (value?.kind !== Kind.VARIABLE) return undefined;
      const variable = value.name.value;
      return variable;
    };
    const size = sizeFrom(valueOf('first'), valueOf('last'));
    if (typeof size === 'number') return size;
    const otherwise = this.defaults[size.variable];
    return typeof otherwise === 'number' ? { ...size, otherwise } : size;
  }

  /** A list that is asked for by ids has as many items. */
  #listSize(node: FieldNode): Size {
    const ids = node.arguments?.find(({ name }) => name.value === 'ids')?.value;
    if (ids?.kind === Kind.LIST) return ids.values.length;
    if (ids?.kind === Kind.VARIABLE) return { variable: ids.name.value, otherwise: plainList };
    return plainList;
  }

  /** Formatted text of the object itself or of its parts, but not of another document. */
  #holdsText(chosen: ReadonlyMap<string, SelectedField[]>, object: GraphQLObjectType): boolean {
    for (const fields of chosen.values()) {
      for (const { node } of fields) {
        const field = object.getFields()[node.name.value];
        const type = field && getNamedType(field.type);
        if (!type || !isObjectType(type)) continue;
        if (type.name === 'RichText') return true;
        const isPart = !isPage(type.name) && type.getInterfaces().length === 0;
        if (isPart && this.#holdsText(this.#selections.of([node], type), type)) return true;
      }
    }
    return false;
  }

  /** What a search quotes can be clinical text too, whatever types it is asked for. */
  #quotesAlone(chosen: ReadonlyMap<string, SelectedField[]>): boolean {
    const fields = [...chosen.values()].flat();
    if (!fields.some(({ node }) => node.name.value === 'highlights')) return false;
    const found = fields.filter(
      ({ node, conditions }) => node.name.value === 'node' && conditions.length === 0,
    );
    const selected = found.map(({ node }) => node);
    return this.schema
      .getPossibleTypes(this.schema.getType('ContentDocument') as GraphQLInterfaceType)
      .some((type) => CLINICAL.has(type.name) && !isSafe(this.#selections.of(selected, type)));
  }
}

function isPage(typeName: string): boolean {
  return /(Connection|Page)$/.test(typeName);
}

/** Stands for the size of a connection while its fields are looked at, one level below. */
const ITEMS = { variable: '', otherwise: 0 };

function isItems({ size }: CostPlan['many'][number]): boolean {
  return size === ITEMS;
}

function isSafe(chosen: ReadonlyMap<string, SelectedField[]>): boolean {
  return [...chosen.values()].some((fields) =>
    fields.some(({ node, conditions }) => node.name.value === 'safety' && conditions.length === 0),
  );
}

function isList(type: GraphQLOutputType): boolean {
  if (type instanceof GraphQLNonNull) return isList(type.ofType as GraphQLOutputType);
  return type instanceof GraphQLList;
}

function weightOf(plan: CostPlan | null): number {
  if (!plan) return -1;
  return plan.once + plan.many.reduce((sum, { each }) => sum + 5 * weightOf(each), 0);
}
