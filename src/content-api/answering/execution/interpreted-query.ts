import {
  execute,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { wireText, type WireText } from '../../wire-text';
import type { RequestContext } from '../../graphql/context';
import type { Variables } from '../variables';

/** A query that `graphql` itself answers, for the few that are not compiled. */
export class InterpretedQuery {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly node: OperationDefinitionNode,
  ) {}

  /** @returns null where there would be errors to tell of. */
  answer(variables: Variables, context: RequestContext): WireText | null {
    const result = execute({
      schema: this.schema,
      document: this.document,
      operationName: this.node.name?.value ?? null,
      variableValues: variables,
      contextValue: context,
    });
    if (result instanceof Promise) throw new Error('A resolver has answered with a promise.');
    const { errors, data } = result;
    if (errors !== undefined || data == null) return null;
    return wireText(JSON.stringify({ data }));
  }
}
