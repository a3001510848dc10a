import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyReply } from 'fastify';

/** What the explorer shows to who opens it first: the practice's main service with all that belongs to it. */
const FIRST_QUERY = `# The content of the practice, as it is public now. Ctrl+Enter runs the query.
# The documentation of every field is behind the book in the corner.
query KetamineAssistedPsychotherapy {
  service(slug: "ketamine-assisted-psychotherapy") {
    name
    summary
    phases { title kind summary }
    clinicians(first: 5) { nodes { name role } }
    faqs(first: 5) {
      totalCount
      nodes { question answer { text } safety { title } }
    }
    safety { title severity text { text } }
  }
  edition { id publishedAt documentCount }
}
`;

/**
 * GraphiQL as one page that needs no other host. Its scripts stand inline, and its editor starts workers from blobs
 * and styles elements itself, so the policy can forbid only what it does not need: every other origin.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'unsafe-inline'",
  'worker-src blob:',
  "connect-src 'self'",
  "img-src 'self' data:",
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Whether whoever asks is a person with a browser who opened the address, not a program with a question. */
export function wantsExplorer(method: string, accept: string | undefined, query: unknown): boolean {
  const asksNothing = !(query as { query?: unknown } | null)?.query;
  return method === 'GET' && asksNothing && (accept ?? '').includes('text/html');
}

/** The explorer's page; the same for everyone, so it is made once. */
export function explorer(): (reply: FastifyReply) => FastifyReply {
  const page = renderGraphiQL({
    endpoint: '/graphql',
    title: 'KAP Content Hub: explorer',
    defaultQuery: FIRST_QUERY,
  });
  return (reply) =>
    reply
      .header('Content-Security-Policy', POLICY)
      .header('Cache-Control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page);
}
