import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

const DENIED =
  '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

/**
 * A bucket whose key may get and put, and not list: of what is not there S3 then says that access is denied, so that
 * nobody learns what there is.
 */
export async function startLeastPrivilegeStore(): Promise<{ url: string; server: Server }> {
  const kept = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'Content-Length': body.length, ETag: '"x"' });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });

  async function answer(request: IncomingMessage): Promise<{ status: number; body: Buffer }> {
    const key = request.url?.split('?')[0] ?? '';
    const sent = await buffer(request);
    if (request.method === 'PUT') {
      kept.set(key, sent);
      return { status: 200, body: Buffer.alloc(0) };
    }
    const body = kept.get(key);
    return body ? { status: 200, body } : { status: 403, body: Buffer.from(DENIED) };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, server };
}
