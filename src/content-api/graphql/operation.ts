import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import {
  GraphQLError,
  execute,
  getOperationAST,
  parse,
  validate,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  OperationTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import { ApiError } from '../errors';
import type { RequestContext } from './context';
import { deprecationOf, type Deprecation } from './deprecation';
import { costOf, type CostPlan } from './limits/cost';
import { LIMITS, refusedShape, safetyNotSelected, tooCostly, tooLong } from './limits/limits';
import { shapeOf } from './limits/shape';
import { hasEndlessVariable } from './endless-variable';
import { survey } from './limits/survey';

/** Asked so often, a document is worth compiling, which costs as much as answering it a few times. */
const USES_WORTH_COMPILING = 2;

/** The variables of a request, by name, as they came. */
export type Variables = Readonly<Record<string, unknown>>;

/** A query that has been parsed and found valid, ready to be answered again and again. */
export class Operation {
  #uses = 0;
  readonly #isInterpreted: boolean;
  #compiled: CompiledQuery | null = null;

  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly node: OperationDefinitionNode,
    /** Sets it apart from every other operation of the process. */
    readonly id: number,
    private readonly plan: CostPlan,
    private readonly defaults: Variables,
    /** What it uses that is to go; null for nothing. */
    readonly deprecation: Deprecation | null,
  ) {
    this.#isInterpreted = hasEndlessVariable(schema, node);
  }

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
    const deprecation = deprecationOf(schema, document);
    return new Operation(schema, document, node, id, found.cost, defaults, deprecation);
  }

  /** The most that an answer can cost, by the published formula. */
  cost(variables: Variables): number {
    return costOf(this.plan, { ...this.defaults, ...variables });
  }

  /** The names of the variables that it has; what else a request sends does not change the answer. */
  get variableNames(): readonly string[] {
    return (this.node.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  }

  /**
   * The answer's JSON, made synchronously from the catalogue.
   *
   * @returns null where it has errors.
   */
  answer(variables: Variables, context: RequestContext): string | null {
    const compiled = this.#compile();
    const result = compiled
      ? compiled.query(undefined, context, variables)
      : execute({
          schema: this.schema,
          document: this.document,
          operationName: this.node.name?.value ?? null,
          variableValues: variables,
          contextValue: context,
        });
    if (result instanceof Promise) throw new Error('A resolver has answered with a promise.');
    const { errors, data } = result as ExecutionResult;
    if (errors !== undefined || data == null) return null;
    return JSON.stringify({ data });
  }

  #compile(): CompiledQuery | null {
    this.#uses += 1;
    if (this.#uses < USES_WORTH_COMPILING) return null;
    if (!this.#compiled && !this.#isInterpreted) {
      const compiled = compileQuery(this.schema, this.document, this.node.name?.value);
      if (isCompiledQuery(compiled)) this.#compiled = compiled;
    }
    return this.#compiled;
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
