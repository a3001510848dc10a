import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { DefectLog } from '../answering/defects';
import { takesGzip } from './accept';
import { VARY, isHeld } from './answer-headers';
import { EXAMPLES } from './examples';
import type { Handler } from './graphql';
import { SAFE_HEADERS } from './safe-headers';

/** What the explorer shows to who opens it first: the practice's main service with all that belongs to it. */
const FIRST_QUERY = `# The content of the practice, as it is public now. Ctrl+Enter runs the query.
# The other tabs hold an example of everything else. The documentation of every field is behind the book in
# the corner, and at /graphql/reference as one page.
# What readers look for is found by
#   { search(query: "depresion") { totalCount edges { highlights { html } node { id safety { title } } } } }
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

/** The page, ready to be sent: it is the same for everyone. */
interface Page {
  readonly html: Buffer;
  readonly gzipped: Buffer;
  readonly tag: string;
  readonly policy: string;
}

/**
 * The explorer: GraphiQL as one page that needs no other host. It is made when it is first asked for, since a process
 * that nobody explores should not carry its nine megabytes.
 */
export function explorer(log: DefectLog): Handler {
  let making: Promise<Page> | null = null;

  async function send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { html, gzipped, tag, policy } = await (making ??= makePage());
    const isGzipped = takesGzip(request.headers['accept-encoding']);
    const ownTag = isGzipped ? `"${tag}-gzip"` : `"${tag}"`;
    const isUnchanged = isHeld(request.headers['if-none-match'], ownTag);
    const body = isGzipped ? gzipped : html;
    response.writeHead(isUnchanged ? 304 : 200, {
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-cache',
      ETag: ownTag,
      Vary: VARY,
      ...SAFE_HEADERS,
      ...(!isUnchanged && {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Length': body.length,
        ...(isGzipped && { 'Content-Encoding': 'gzip' }),
      }),
    });
    response.end(isUnchanged || request.method === 'HEAD' ? undefined : body);
  }

  return (request, response) => {
    send(request, response).catch((error: unknown) => {
      making = null;
      log.error({ err: error }, 'The explorer could not be sent');
      response.destroy();
    });
  };
}

async function makePage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const page = renderGraphiQL({
    endpoint: '/graphql',
    title: 'KAP Content Hub: explorer',
    defaultTabs: [{ query: FIRST_QUERY }, ...EXAMPLES],
  });
  const html = Buffer.from(page);
  return {
    html,
    gzipped: await promisify(gzip)(html),
    tag: createHash('sha256').update(html).digest('hex'),
    policy: policyFor(page),
  };
}

/**
 * Allows the one script that the page consists of, by its hash, and no other origin. GraphiQL's editor starts workers
 * from blobs and styles elements itself.
 */
function policyFor(page: string): string {
  const start = page.indexOf('<script>') + '<script>'.length;
  const script = page.slice(start, page.indexOf('</script>', start));
  // A browser reads each kind of line end as one before it looks at the script.
  const hash = createHash('sha256').update(script.replace(/\r\n?/g, '\n')).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob:`,
    "style-src 'unsafe-inline'",
    'worker-src blob:',
    "connect-src 'self'",
    "img-src 'self' data:",
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}
