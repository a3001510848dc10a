import {
  getVariableValues,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { WireText } from '../../wire-text';
import type { RequestContext } from '../../graphql/context';
import type { Variables } from '../variables';
import { Compiler, type Write } from './compiler';

/**
 * A query made into functions that write its answer's JSON straight from the objects of the schema, field by field,
 * without making an object of the answer first.
 *
 * Rejected: `graphql-jit`, which this took the place of. It makes an object that is then written by `JSON.stringify`,
 * cannot be told of text that is JSON already, and never ends compiling a variable whose type holds itself, as every
 * filter does. It writes errors, too; here a query with an error is left to `graphql` itself, which tells them best.
 */
export class CompiledQuery {
  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly variables: readonly VariableDefinitionNode[],
    private readonly write: Write,
  ) {}

  /** @returns null for one that is left to `graphql` itself. */
  static of(
    schema: GraphQLSchema,
    document: DocumentNode,
    node: OperationDefinitionNode,
  ): CompiledQuery | null {
    const query = schema.getQueryType();
    if (!query) return null;
    const compiler = new Compiler(schema, document);
    const write = compiler.object(query, [node]);
    if (compiler.isLeftAlone) return null;
    return new CompiledQuery(schema, node.variableDefinitions ?? [], write);
  }

  /** @returns null where there would be errors to tell of. @throws Error likewise. */
  answer(variables: Variables, context: RequestContext): WireText | null {
    const { coerced } = getVariableValues(this.schema, this.variables, variables);
    if (!coerced) return null;
    const data = this.write(undefined, { context, variables: coerced, args: [] });
    return `{"data":${data}}` as WireText;
  }
}
