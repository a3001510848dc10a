import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { resolversOf } from './execution/resolvers';
import { operationOf, type Operation } from './operation';

/** Operations, for as long as the server keeps their documents, so that each is looked at and compiled once. */
export class Operations {
  readonly #known = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Operation>>();
  readonly #resolvers;
  #made = 0;

  constructor(private readonly schema: GraphQLSchema) {
    this.#resolvers = resolversOf(schema);
  }

  /** @param document which has been found valid. @param node an operation of it. */
  of(document: DocumentNode, node: OperationDefinitionNode): Operation {
    let operations = this.#known.get(document);
    if (!operations) {
      operations = new Map();
      this.#known.set(document, operations);
    }
    let operation = operations.get(node);
    if (!operation) {
      this.#made += 1;
      const { schema } = this;
      operation = operationOf({ schema, resolvers: this.#resolvers }, document, node, this.#made);
      operations.set(node, operation);
    }
    return operation;
  }
}
