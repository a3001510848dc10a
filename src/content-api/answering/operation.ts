import {
  GraphQLError,
  getOperationAST,
  parse,
  validate,
  valueFromASTUntyped,
  type DocumentNode,
  type GraphQLSchema,
  OperationTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import { ApiError } from '../errors';
import type { WireText } from '../wire-text';
import type { RequestContext } from '../graphql/context';
import { deprecationOf, type Deprecation } from './deprecation';
import { CompiledQuery } from './execution/compiled-query';
import { InterpretedQuery } from './execution/interpreted-query';
import { costOf, type CostPlan } from './limits/cost';
import { LIMITS, refusedShape, safetyNotSelected, tooCostly, tooLong } from './limits/limits';
import { shapeOf } from './limits/shape';
import { survey } from './limits/survey';
import type { Variables } from './variables';

/** A query that has been parsed and found valid, ready to be answered again and again. */
export class Operation {
  private constructor(
    /** Sets it apart from every other operation of the process. */
    readonly id: number,
    /** The names of the variables that it has; what else a request sends does not change the answer. */
    readonly variableNames: readonly string[],
    private readonly query: CompiledQuery | InterpretedQuery,
    private readonly plan: CostPlan,
    private readonly defaults: Variables,
    /** What it uses that is to go; null for nothing. */
    readonly deprecation: Deprecation | null,
  ) {}

  /**
   * @returns why such an operation is not answered, whoever asks; null where the text is no valid query with one
   * operation of that name.
   */
  static read(
    schema: GraphQLSchema,
    text: string,
    name: string | null,
    id: number,
  ): Operation | ApiError | null {
    const document = documentOf(text);
    if (document === null || document instanceof ApiError) return document;
    // Before it is validated, which takes longer the larger it is.
    const shape = refusedShape(shapeOf(document));
    if (shape) return shape;
    if (validate(schema, document).length > 0) return null;
    const node = getOperationAST(document, name);
    if (node?.operation !== OperationTypeNode.QUERY) return null;
    const defaults = defaultsOf(node);
    const found = survey(schema, document, node, defaults);
    if (!found) return tooCostly(null, 0);
    if (found.withoutSafety !== null) return safetyNotSelected(found.withoutSafety);
    return new Operation(
      id,
      (node.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
      CompiledQuery.of(schema, document, node) ?? new InterpretedQuery(schema, document, node),
      found.cost,
      defaults,
      deprecationOf(schema, document),
    );
  }

  /** The most that an answer can cost, by the published formula. */
  cost(variables: Variables): number {
    return costOf(this.plan, { ...this.defaults, ...variables });
  }

  /**
   * The answer's JSON, made synchronously from the catalogue.
   *
   * @returns null where it has errors.
   */
  answer(variables: Variables, context: RequestContext): WireText | null {
    try {
      return this.query.answer(variables, context);
    } catch {
      // Whatever it is, whoever is asked next meets it too, and tells of it.
      return null;
    }
  }
}

function documentOf(text: string): DocumentNode | ApiError | null {
  try {
    return parse(text, { noLocation: true, maxTokens: LIMITS.tokens });
  } catch (error) {
    // The parser has no other way to say which of its refusals this is.
    const isTooLong = error instanceof GraphQLError && error.message.includes('Parsing aborted');
    return isTooLong ? tooLong() : null;
  }
}

function defaultsOf(node: OperationDefinitionNode): Variables {
  const defaults = (node.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return Object.fromEntries(defaults);
}
