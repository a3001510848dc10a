import { createServer, type ServerResponse } from 'node:http';
import type { RecordedAnswer, Recording } from './recording';

/*
 * The fastest that Node's own HTTP server can be: heads and bodies that are ready, sent to whoever asks. Listens on
 * PORT, and is given recordings as messages; `/LIST` and `/ONE`, whatever follows a `?`, send theirs.
 */
const recordings = new Map<string, Recording & { readonly bytes: Buffer }>();
process.on('message', (recording: Recording) => {
  recordings.set(`/${recording.question}`, {
    ...recording,
    bytes: Buffer.from(recording.whole.body),
  });
  process.send?.('stored');
});

const server = createServer((request, response) => {
  // A server has to have read a request before it answers it.
  request.resume().on('end', () => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const recording = recordings.get(path);
    if (!recording) response.writeHead(404, { 'content-length': 0 }).end();
    else if (request.headers['if-none-match'] === recording.tag)
      send(response, recording.unchanged);
    else send(response, recording.whole, recording.bytes);
  });
});

function send(response: ServerResponse, { status, head }: RecordedAnswer, body?: Buffer): void {
  // A list of names and values is written as it is; Node adds Date, Connection and Keep-Alive, as to every answer.
  response.writeHead(status, head as string[]).end(body);
}

server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
