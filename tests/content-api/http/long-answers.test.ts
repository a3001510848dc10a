import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';

const FAQS = 100;
const QUESTION = 'Wie fühlt sich das an, 😀 und was kommt danach? '.repeat(40);
/** Some five megabytes: more than the system takes for a reader who reads nothing. */
const LONG = `{${Array.from({ length: 30 }, (_, nth) => `a${nth}: faqs(first: ${FAQS}) { nodes { question } }`).join(' ')}}`;
const SHORT = '{ practice { name } }';

const get = (query: string) =>
  `GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\nHost: hub\r\n\r\n`;

describe('an answer of several megabytes', () => {
  let api: TestContentApi;
  let socket: Socket;
  let isClosed: boolean;

  beforeEach(async () => {
    const log = clinic();
    for (let index = 0; index < FAQS; index += 1) {
      log.publish('faq', `long-${index}`, { content: { question: QUESTION } });
    }
    api = await TestContentApi.start(log, { longestStallMilliseconds: 300 });
    isClosed = false;
    const { hostname, port } = new URL(api.url);
    socket = connect(Number(port), hostname);
    await once(socket, 'connect');
  });

  afterEach(async () => {
    socket.destroy();
    if (!isClosed) await api.close();
  });

  it('is followed by the next one on the same connection, byte for byte', async () => {
    const expected = await Promise.all(
      [LONG, SHORT].map(async (query) => (await api.ask(query)).text),
    );
    let received = '';
    socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')));
    const ended = once(socket, 'end');
    socket.write(get(LONG) + get(SHORT).replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    await ended;
    const text = Buffer.from(received, 'latin1').toString();
    const [, first, second] = text.split(/HTTP\/1\.1 200 OK\r\n[^{]*\r\n\r\n/);
    expect(first === expected[0]).toBe(true);
    expect(second).toBe(expected[1]);
    expect(Buffer.byteLength(expected[0] ?? '')).toBeGreaterThan(4 * 1024 * 1024);
  });

  it('is broken off where its reader takes nothing, so that the process can stop', async () => {
    socket.pause();
    socket.write(get(LONG));
    await once(socket, 'readable');
    const closed = once(socket, 'close');
    socket.on('error', () => undefined);
    await api.close();
    isClosed = true;
    socket.resume();
    await closed;
  });
});
