import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Edge } from './connection';
import { PageInfo } from './page-info.type';

/** What the declared classes and `Connection` have in common. */
interface ConnectionShape<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/**
 * Declares the connection of a type, and its edge.
 *
 * @param name the type's, in GraphQL. @param node the class of its nodes; called when the schema is built.
 */
export function connectionType<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
): ClassType<ConnectionShape<Node>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} at its place in a list.` })
  class EdgeType implements Edge<Node> {
    @Field(() => String, { description: 'Names the place, for after and before.' })
    readonly cursor!: string;

    @Field(node, { description: 'What stands there.' })
    readonly node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name}.` })
  class ConnectionType implements ConnectionShape<Node> {
    @Field(() => [EdgeType], { description: 'The items, each with its cursor.' })
    readonly edges!: readonly EdgeType[];

    @Field(() => [node()], { description: 'The items alone.' })
    readonly nodes!: readonly Node[];

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Of the whole list, not of the page.' })
    readonly totalCount!: number;
  }

  return ConnectionType;
}
