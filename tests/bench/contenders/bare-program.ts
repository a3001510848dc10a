import { createServer, type ServerResponse } from 'node:http';

/*
 * The fastest that Node's own HTTP server can be: bytes that are ready, sent to whoever asks. Listens on PORT, and is
 * given the answers by name as messages; `/NAME` sends one, `/304?…` tells that nothing has changed.
 */
const answers = new Map<string, Buffer>();
process.on('message', ({ name, body }: { name: string; body: string }) => {
  answers.set(`/${name}`, Buffer.from(body));
  process.send?.('stored');
});

const server = createServer((request, response) => {
  // A server has to have read a request before it answers it.
  request.resume().on('end', () => send(request.url ?? '', response));
});

function send(url: string, response: ServerResponse): void {
  if (url.startsWith('/304')) {
    response.writeHead(304, { etag: '"0"' }).end();
    return;
  }
  const body = answers.get(url);
  if (!body) {
    response.writeHead(404, { 'content-length': 0 }).end();
    return;
  }
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    .end(body);
}

server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
