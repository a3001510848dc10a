import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { bodyOf, targetOf, type Asked } from './asked';

/** What came back. */
export interface Reply {
  /** 0 where it was no HTTP; its text then says why. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** After its content coding. */
  readonly text: string;
}

/** Sends requests as they are, over connections that are kept. */
export class Sender {
  readonly #agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  send(asked: Asked): Promise<Reply> {
    const { hostname, port } = new URL(this.url);
    const body = bodyOf(asked);
    const { authorization } = asked.asker;
    const headers: [string, string][] = asked.headers.map(([name, value]) => [name, value]);
    if (authorization !== null) headers.push(['Authorization', authorization]);
    if (body) headers.push(['Content-Length', String(body.length)]);
    return new Promise((resolve, reject) => {
      const sent = request(
        { agent: this.#agent, hostname, port, method: asked.method, path: targetOf(asked) },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.once('error', reject);
          response.once('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: Object.fromEntries(
                Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
              ),
              text: decoded(Buffer.concat(parts), response.headers['content-encoding']),
            }),
          );
        },
      );
      sent.once('error', ({ message }) => resolve({ status: 0, headers: {}, text: message }));
      const lines = new Map<string, string[]>();
      for (const [name, value] of headers) lines.set(name, [...(lines.get(name) ?? []), value]);
      for (const [name, values] of lines) sent.setHeader(name, values);
      sent.end(body ?? undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function decoded(body: Buffer, coding: string | undefined): string {
  if (body.length === 0) return '';
  if (coding === 'gzip') return gunzipSync(body).toString();
  return (coding === 'br' ? brotliDecompressSync(body) : body).toString();
}
