import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody's host of files, which takes down what it is asked for. */
export interface FileHost {
  readonly origin: string;
  /** The paths that were asked for. */
  readonly asked: string[];
  /** How it answers from now on; never, until it is told. */
  answer: RequestListener;
  /** Ends every connection. */
  hangUp(): void;
  close(): Promise<void>;
}

export async function fileHost(): Promise<FileHost> {
  const server = createServer((request, response) => {
    host.asked.push(request.url ?? '');
    host.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host: FileHost = {
    origin: `http://127.0.0.1:${port}`,
    asked: [],
    answer: () => undefined,
    hangUp: () => server.closeAllConnections(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return host;
}
