import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call of a hook as it came: a signature holds for the bytes, not for what they mean. */
export interface HookCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What builds a site when it is called; this one only takes down by what. */
export class HookReceiver {
  private constructor(
    readonly url: string,
    readonly calls: readonly HookCall[],
    private readonly server: Server,
  ) {}

  static async start(): Promise<HookReceiver> {
    const calls: HookCall[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (text: string) => (body += text));
      request.on('end', () => {
        calls.push({ headers: request.headers, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new HookReceiver(`http://127.0.0.1:${port}/build`, calls, server);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
