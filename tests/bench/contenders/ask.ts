import type { Contender } from './contender';

/** One answer, read whole. */
export interface WholeAnswer {
  readonly text: string;
  readonly data: Record<string, unknown>;
}

/** Asks a GraphQL question once, outside any measurement. */
export async function ask(
  contender: Pick<Contender, 'server' | 'headers'>,
  query: string,
  variables: object,
): Promise<WholeAnswer> {
  const response = await fetch(`http://127.0.0.1:${contender.server.port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...contender.headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown>; errors?: unknown };
  if (!data || errors) {
    const answer = `${response.status} ${text.slice(0, 1_000)}`;
    throw new Error(`Not answered: ${answer}\n${contender.server.said}`);
  }
  return { text, data };
}
