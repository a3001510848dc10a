import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import {
  execute,
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  OperationTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { RequestContext } from './context';

/** Asked so often, a document is worth compiling, which costs as much as answering it a few times. */
const USES_WORTH_COMPILING = 2;

/** The variables of a request, by name, as they came. */
export type Variables = Readonly<Record<string, unknown>>;

/** A query that has been parsed and found valid, ready to be answered again and again. */
export class Operation {
  #uses = 0;
  #compiled: CompiledQuery | null = null;

  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly node: OperationDefinitionNode,
    /** Sets it apart from every other operation of the process. */
    readonly id: number,
  ) {}

  /** @returns null where the text is no valid query with one operation of that name. */
  static read(
    schema: GraphQLSchema,
    text: string,
    name: string | null,
    id: number,
  ): Operation | null {
    const document = documentOf(text);
    if (!document || validate(schema, document).length > 0) return null;
    const node = getOperationAST(document, name);
    return node?.operation === OperationTypeNode.QUERY
      ? new Operation(schema, document, node, id)
      : null;
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
    if (!this.#compiled) {
      const compiled = compileQuery(this.schema, this.document, this.node.name?.value);
      if (isCompiledQuery(compiled)) this.#compiled = compiled;
    }
    return this.#compiled;
  }
}

function documentOf(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch {
    return null;
  }
}
