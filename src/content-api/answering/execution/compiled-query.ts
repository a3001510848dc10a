import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../../graphql/context';
import { PiecedText, type WirePieces } from '../../wire-pieces';
import type { Variables } from '../variables';
import { Compiler } from './compiler';
import type { Resolvers } from './resolvers';
import type { Run, WritePieces } from './writer';

/**
 * A query made into functions that write its answer's JSON straight from the objects of the schema, field by field,
 * without making an object of the answer first.
 *
 * Rejected: `graphql-jit`, which this took the place of. It makes an object that is then written by `JSON.stringify`,
 * cannot be told of text that is JSON already, and never ends compiling a variable whose type holds itself, as every
 * filter does. It writes errors, too; here a query with an error is none.
 */
export class CompiledQuery {
  private constructor(private readonly write: WritePieces) {}

  /**
   * @param variables for a query that is made for these variables alone, as the operation defines them.
   * @returns null for one that cannot be made before the variables are known: conditions decide about the order in its
   * answer.
   */
  static of(
    schema: GraphQLSchema,
    resolvers: Resolvers,
    document: DocumentNode,
    node: OperationDefinitionNode,
    variables: Variables | null = null,
  ): CompiledQuery | null {
    const query = schema.getQueryType();
    if (!query) return null;
    const compiler = new Compiler(schema, resolvers, document, variables);
    const write = compiler.root(query, [node]);
    return compiler.isLeftAlone ? null : new CompiledQuery(write);
  }

  /**
   * The whole result, `{"data":…}`, piece by piece: it is there when the iterator returns. Between two pieces others may
   * have their turn.
   *
   * @param variables as the operation defines them, defaults filled in.
   * @throws ApiError, GraphQLError where a result would have errors.
   */
  *answer(variables: Variables, context: RequestContext): Generator<void, WirePieces, void> {
    const run: Run = { context, variables, args: [], lists: [] };
    const text = new PiecedText();
    text.add('{"data":');
    for (const piece of this.write(undefined, run)) {
      text.add(piece);
      yield;
    }
    text.add('}');
    return text.end();
  }
}
