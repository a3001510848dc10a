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
import {
  Selections,
  isAnsweredWith,
  partsOf,
  type SelectedField,
  type Selecting,
} from '../execution/selections';
import {
  NAME_COST,
  PLAIN_LIST,
  SEARCH_COST,
  dearest,
  fixed,
  lengthOf,
  pageSize,
  sum,
  times,
  type Cost,
  type Size,
} from './cost';
import { isPage } from '../page-type';
import { Introspection } from './introspection';

/** Types whose formatted text must not be shown without its safety notices. */
const CLINICAL: ReadonlySet<string> = new Set(['Service', 'TherapyPhase', 'Faq', 'Condition']);

/** What a valid operation is found to ask. */
export interface Survey {
  readonly cost: Cost;
  /** Where formatted clinical text is asked for without `safety`: `service.phases`; null where nowhere. */
  readonly withoutSafety: string | null;
  /** Whether it looks for words, by how well they fit. */
  readonly searches: boolean;
  /** Whether it narrows a list, and may do so by words. */
  readonly filters: boolean;
  /** How many fields were looked at, fragments unfolded. */
  readonly fields: number;
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
): Survey | null {
  const surveyor = new Surveyor(schema, document);
  const root = schema.getRootType(operation.operation);
  if (!root) return null;
  const cost = surveyor.costOf([operation], root);
  const { isTired, withoutSafety, searches, filters, fields } = surveyor;
  return isTired ? null : { cost, withoutSafety, searches, filters, fields };
}

type Chosen = ReadonlyMap<string, SelectedField[]>;

class Surveyor {
  readonly #selections: Selections;
  readonly #introspection: Introspection;
  withoutSafety: string | null = null;
  searches = false;
  filters = false;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    this.#selections = new Selections(schema, document);
    this.#introspection = new Introspection(schema, this.#selections);
  }

  get fields(): number {
    return this.#selections.looked;
  }

  get isTired(): boolean {
    return this.#selections.isTired || this.#introspection.isTired;
  }

  /**
   * Of one object of a type, without itself.
   *
   * @param items how many items it has, where it is a page.
   */
  costOf(from: readonly Selecting[], type: GraphQLCompositeType, path = '', items?: Size): Cost {
    const objects = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    return dearest(
      objects.filter(isObjectType).map((object) => this.#objectCost(from, object, path, items)),
    );
  }

  #objectCost(
    from: readonly Selecting[],
    object: GraphQLObjectType,
    path: string,
    items: Size | undefined,
  ): Cost {
    const chosen = this.#selections.of(from, object);
    this.#look(chosen, object, path);
    const costs: Cost[] = [fixed(NAME_COST * namesTooMany(chosen, object))];
    for (const [key, fields] of chosen) {
      const [first] = fields;
      if (!first) continue;
      const field = object.getFields()[first.node.name.value];
      const type = field && getNamedType(field.type);
      if (!field) costs.push(fixed(this.#introspection.objectsOf(first.node) ?? 0));
      if (!field || !isCompositeType(type)) continue;
      // The same field may stand here twice, and what may leave out the one is no matter of the other.
      const nodes = partsOf(fields);
      const inner = path === '' ? key : `${path}.${key}`;
      if (isPage(type)) {
        const page = this.costOf(nodes, type, inner, sizeOf(first.node));
        costs.push(fixed(type.name === 'SearchConnection' ? 1 + SEARCH_COST : 1), page);
        if (type.name === 'SearchConnection') this.searches = true;
        if (first.node.arguments?.some(({ name }) => name.value === 'filter')) this.filters = true;
      } else {
        const each = sum([fixed(1), this.costOf(nodes, type, inner)]);
        const size = isList(field.type) ? (items ?? listSize(first.node)) : null;
        costs.push(size ? times(size, each) : each);
      }
    }
    return sum(costs);
  }

  /** Looks for clinical text that stands alone. */
  #look(chosen: Chosen, object: GraphQLObjectType, path: string): void {
    const isAlone = CLINICAL.has(object.name)
      ? !this.#textsOf(chosen, object).every((text) => isSafe(text, chosen))
      : object.name === 'SearchEdge' && this.#quotesAlone(chosen);
    if (isAlone) this.withoutSafety ??= path === '' ? object.name : path;
  }

  /** Formatted texts of the object itself or of its parts, but not of another document. */
  #textsOf(chosen: Chosen, object: GraphQLObjectType): SelectedField[] {
    return [...chosen.values()].flat().flatMap((field) => {
      const definition = object.getFields()[field.node.name.value];
      const type = definition && getNamedType(definition.type);
      if (!type || !isObjectType(type)) return [];
      if (type.name === 'RichText') return [field];
      const isPart = !isPage(type) && type.getInterfaces().length === 0;
      return isPart ? this.#textsOf(this.#selections.of(partsOf([field]), type), type) : [];
    });
  }

  /** What a search quotes can be clinical text too, whatever types it is asked for. */
  #quotesAlone(chosen: Chosen): boolean {
    const fields = [...chosen.values()].flat();
    const quotes = fields.filter(({ node }) => node.name.value === 'highlights');
    if (quotes.length === 0) return false;
    const found = partsOf(fields.filter(({ node }) => node.name.value === 'node'));
    return this.schema
      .getPossibleTypes(this.schema.getType('ContentDocument') as GraphQLInterfaceType)
      .filter(({ name }) => CLINICAL.has(name))
      .some((type) => {
        const beside = this.#selections.of(found, type);
        return !quotes.every((quote) => isSafe(quote, beside));
      });
  }
}

/** How often what has no fields of its own is asked for again, under another name: each time it is written once more. */
function namesTooMany(chosen: Chosen, object: GraphQLObjectType): number {
  const names = [...chosen.values()].flatMap(([first]) => first?.node.name.value ?? []);
  const plain = names.filter((name) => {
    const field = object.getFields()[name];
    return field ? !isCompositeType(getNamedType(field.type)) : name === '__typename';
  });
  return plain.length - new Set(plain).size;
}

function sizeOf(node: FieldNode): Size {
  const given = ['first', 'last'].flatMap((name): (number | string)[] => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.INT) return [Number(value.value)];
    return value?.kind === Kind.VARIABLE ? [value.name.value] : [];
  });
  return pageSize(given);
}

/** A list that is asked for by ids has as many items. */
function listSize(node: FieldNode): Size {
  const ids = node.arguments?.find(({ name }) => name.value === 'ids')?.value;
  if (ids?.kind === Kind.VARIABLE) return lengthOf(ids.name.value);
  return fixed(ids?.kind === Kind.LIST ? ids.values.length : PLAIN_LIST);
}

/** Whether notices come with a text, whatever the variables are. */
function isSafe(text: SelectedField, beside: Chosen): boolean {
  return [...beside.values()]
    .flat()
    .some((field) => field.node.name.value === 'safety' && isAnsweredWith(field, text));
}

function isList(type: GraphQLOutputType): boolean {
  if (type instanceof GraphQLNonNull) return isList(type.ofType as GraphQLOutputType);
  return type instanceof GraphQLList;
}
