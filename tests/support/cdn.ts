import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Kept {
  readonly body: string;
  readonly tags: readonly string[];
}

/** A cache by tag in front of a content API: keeps what is public, for ever, until it is told to drop it. */
export class TestCdn {
  /** Of the purges that came, in order. */
  readonly purges: { method: string; headers: IncomingHttpHeaders; body: string }[] = [];
  /** What the next purges are answered with, without being done; then they are done. */
  readonly failures: number[] = [];
  readonly #kept = new Map<string, Kept>();
  #server = createServer();
  url = '';

  constructor(
    private readonly originOf: () => string,
    private readonly tagHeader = 'cache-tag',
    private readonly separator = ',',
    private readonly purgeHeader: string | null = null,
  ) {}

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const done = request.method === 'GET' ? this.#get(request.url ?? '') : this.#purge(request);
      done.then(
        ({ status, body, cache }) => response.writeHead(status, { 'X-Cache': cache }).end(body),
        (error: unknown) => response.writeHead(502).end(String(error)),
      );
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Asks the content API through the cache. */
  async ask(query: string): Promise<{ body: string; isHit: boolean }> {
    const answer = await fetch(`${this.url}/graphql?query=${encodeURIComponent(query)}`);
    if (answer.status !== 200) throw new Error(await answer.text());
    return { body: await answer.text(), isHit: answer.headers.get('x-cache') === 'hit' };
  }

  async #get(url: string) {
    const kept = this.#kept.get(url);
    if (kept) return { status: 200, body: kept.body, cache: 'hit' };
    const answer = await fetch(this.originOf() + url);
    const body = await answer.text();
    if (answer.headers.get('cache-control')?.startsWith('public')) {
      const tags = (answer.headers.get(this.tagHeader) ?? '').split(this.separator);
      this.#kept.set(url, { body, tags });
    }
    return { status: answer.status, body, cache: 'miss' };
  }

  async #purge(request: IncomingMessage) {
    const { method = '', headers } = request;
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.purges.push({ method, headers, body });
    const failure = this.failures.shift();
    if (failure !== undefined) return { status: failure, body: '', cache: 'none' };
    const tags = this.purgeHeader
      ? String(headers[this.purgeHeader]).split(' ')
      : (JSON.parse(body) as { tags: string[] }).tags;
    for (const [url, kept] of this.#kept) {
      if (kept.tags.some((tag) => tags.includes(tag))) this.#kept.delete(url);
    }
    return { status: 200, body: '', cache: 'none' };
  }
}
