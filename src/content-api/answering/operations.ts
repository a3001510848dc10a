import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { CompiledQuery } from './execution/compiled-query';
import { resolversOf } from './execution/resolvers';
import { Generations } from './generations';
import { operationOf, type Operation } from './operation';
import type { Variables } from './variables';

/** A frontend's hold some hundreds each; one weighs some 300 bytes once it is compiled. */
const MOST_FIELDS = 200_000;

/** Operations of the documents that the server keeps, so that each is looked at and compiled once. */
export class Operations {
  readonly #kept = new Generations<OperationDefinitionNode, Operation>(
    MOST_FIELDS,
    ({ fields }) => fields,
  );
  readonly #resolvers;
  #made = 0;

  constructor(private readonly schema: GraphQLSchema) {
    this.#resolvers = resolversOf(schema);
  }

  /** @param document which has been found valid. @param node an operation of it. */
  of(document: DocumentNode, node: OperationDefinitionNode): Operation {
    const known = this.#kept.get(node);
    if (known) return known;
    this.#made += 1;
    const { schema } = this;
    const made = operationOf({ schema, resolvers: this.#resolvers }, document, node, this.#made);
    this.#kept.set(node, made);
    return made;
  }

  /** An operation that conditions keep from being compiled before its variables are known; null where it is too large. */
  compiledFor(
    document: DocumentNode,
    node: OperationDefinitionNode,
    variables: Variables,
  ): CompiledQuery | null {
    return CompiledQuery.of(this.schema, this.#resolvers, document, node, variables);
  }
}
