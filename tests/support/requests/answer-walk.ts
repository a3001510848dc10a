import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  valueFromAST,
  GraphQLBoolean,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Whose formatted text must not be shown without its safety notices: README, "A tour for frontend teams". */
const CLINICAL: ReadonlySet<string> = new Set(['Service', 'TherapyPhase', 'Faq', 'Condition']);

/** What the data of an answer shows itself to hold. */
export interface Walked {
  /** Whether it is what the operation asks for, no field more or less. */
  readonly fits: boolean;
  /** Where formatted clinical text stands without `safety` beside it. */
  readonly unsafe: readonly string[];
  /** Content, each item of a list for itself; the answer itself is none. */
  readonly objects: number;
  /** What tells of the schema. */
  readonly introspected: number;
}

type Values = Readonly<Record<string, unknown>>;

/** Walks an answer's data with the operation that it is to be the answer to; trusts the data, and no reckoning ahead. */
export function walk(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Values,
  data: Values,
): Walked {
  const walker = new Walker(schema, fragments, variables);
  const root = schema.getRootType(operation.operation);
  const fits = root ? walker.object(root, [operation.selectionSet], data, []) : false;
  return {
    fits,
    unsafe: walker.unsafe,
    objects: walker.objects,
    introspected: walker.introspected,
  };
}

class Walker {
  readonly unsafe: string[] = [];
  objects = 0;
  introspected = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Values,
  ) {}

  object(
    type: GraphQLObjectType,
    selections: readonly SelectionSetNode[],
    data: Values,
    path: readonly string[],
  ): boolean {
    const chosen = this.#fieldsOf(type, selections);
    // By far the most of what does not fit is found here.
    if (chosen.size !== Object.keys(data).length) return false;
    let hasText = false;
    for (const [key, nodes] of chosen) {
      const [first] = nodes;
      if (!first || !Object.hasOwn(data, key)) return false;
      const field = fieldOf(this.schema, type, first.name.value);
      if (!field) return false;
      const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (!this.#value(field.type, inner, data[key], [...path, key])) return false;
      hasText ||= this.#holdsText(field.type, inner, data[key]);
    }
    if (CLINICAL.has(type.name) && hasText && !hasSafety(chosen, data)) {
      this.unsafe.push([...path, `(${type.name})`].join('.'));
    }
    if (type.name === 'SearchEdge') this.#quotes(chosen, data, path);
    return true;
  }

  #value(
    type: GraphQLOutputType,
    selections: readonly SelectionSetNode[],
    value: unknown,
    path: readonly string[],
  ): boolean {
    if (value === null) return true;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      return (
        Array.isArray(value) &&
        value.every((item, index) =>
          this.#value(nullable.ofType, selections, item, [...path, `${index}`]),
        )
      );
    }
    if (!isCompositeType(nullable)) return !isValues(value);
    if (!isValues(value)) return false;
    if (nullable.name.startsWith('__')) this.introspected += 1;
    else this.objects += 1;
    if (!isAbstractType(nullable)) return this.object(nullable, selections, value, path);
    const before = this.unsafe.length;
    return this.#possible(nullable.name, selections, value).some((type) => {
      this.unsafe.length = before;
      return this.object(type, selections, value, path);
    });
  }

  /** Where the data names its own type there is no doubt. */
  #possible(
    name: string,
    selections: readonly SelectionSetNode[],
    value: Values,
  ): GraphQLObjectType[] {
    const abstract = this.schema.getType(name);
    if (!isAbstractType(abstract)) return [];
    return this.schema.getPossibleTypes(abstract).filter((type) => {
      for (const [key, [node]] of this.#fieldsOf(type, selections)) {
        if (node?.name.value === '__typename') return value[key] === type.name;
      }
      return true;
    });
  }

  /** Formatted text of the object itself or of its parts, but not of another document. */
  #holdsText(
    type: GraphQLOutputType,
    selections: readonly SelectionSetNode[],
    value: unknown,
  ): boolean {
    if (Array.isArray(value)) return value.some((item) => this.#holdsText(type, selections, item));
    if (!isValues(value)) return false;
    const named = getNamedType(type);
    if (!isObjectType(named)) return false;
    if (named.name === 'RichText') return Object.keys(value).length > 0;
    if (/(Connection|Page)$/.test(named.name) || named.getInterfaces().length > 0) return false;
    for (const [key, nodes] of this.#fieldsOf(named, selections)) {
      const field = nodes[0] && fieldOf(this.schema, named, nodes[0].name.value);
      const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (field && this.#holdsText(field.type, inner, value[key])) return true;
    }
    return false;
  }

  /** What a search quotes can be clinical text too. */
  #quotes(chosen: Chosen, data: Values, path: readonly string[]): void {
    const named = (name: string) => [...chosen].filter(([, [node]]) => node?.name.value === name);
    const isQuoted = named('highlights').some(([key]) => {
      const highlights = data[key];
      return Array.isArray(highlights) && highlights.length > 0;
    });
    if (!isQuoted) return;
    const isSafe = named('node').some(([key, nodes]) => {
      const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      const node = data[key];
      return (
        isValues(node) &&
        this.#possible('ContentDocument', inner, node).every(
          (type) => !CLINICAL.has(type.name) || hasSafety(this.#fieldsOf(type, inner), node),
        )
      );
    });
    if (!isSafe) this.unsafe.push([...path, 'highlights'].join('.'));
  }

  #fieldsOf(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): Chosen {
    const chosen = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    const collect = (selectionSet: SelectionSetNode) => {
      for (const selection of selectionSet.selections) {
        if (!this.#isIncluded(selection.directives)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = (selection.alias ?? selection.name).value;
          chosen.set(key, [...(chosen.get(key) ?? []), selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (this.#applies(selection.typeCondition?.name.value, type)) {
            collect(selection.selectionSet);
          }
        } else {
          const fragment = this.fragments.get(selection.name.value);
          if (!fragment || spread.has(fragment.name.value)) continue;
          spread.add(fragment.name.value);
          if (this.#applies(fragment.typeCondition.name.value, type)) {
            collect(fragment.selectionSet);
          }
        }
      }
    };
    selections.forEach(collect);
    return chosen;
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const abstract = this.schema.getType(condition);
    return isAbstractType(abstract) && this.schema.isSubType(abstract, type);
  }

  #isIncluded(directives: readonly DirectiveNode[] = []): boolean {
    return directives.every(({ name, arguments: [argument] = [] }) => {
      const isTrue = argument && valueFromAST(argument.value, GraphQLBoolean, this.variables);
      if (name.value === 'skip') return isTrue !== true;
      return name.value !== 'include' || isTrue === true;
    });
  }
}

type Chosen = ReadonlyMap<string, readonly FieldNode[]>;

function hasSafety(chosen: Chosen, data: Values): boolean {
  return [...chosen].some(
    ([key, [node]]) => node?.name.value === 'safety' && Array.isArray(data[key]),
  );
}

function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
