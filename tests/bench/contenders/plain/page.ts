import { GraphQLError } from 'graphql';
import type { Connection, PageArguments } from './types';

const DEFAULT_LENGTH = 20;
const MAXIMUM_LENGTH = 100;

/** Cuts a page out of a list; a cursor is a place in it. */
export function pageOf<Node>(
  all: readonly Node[],
  { first, after }: PageArguments,
): Connection<Node> {
  const length = first ?? DEFAULT_LENGTH;
  if (length < 1 || length > MAXIMUM_LENGTH) {
    throw new GraphQLError(`"first" must be from 1 to ${MAXIMUM_LENGTH}.`);
  }
  const start = after ? Number(Buffer.from(after, 'base64').toString()) + 1 : 0;
  const nodes = all.slice(start, start + length);
  const edges = nodes.map((node, index) => ({
    cursor: Buffer.from(String(start + index)).toString('base64'),
    node,
  }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: start + length < all.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: all.length,
  };
}
