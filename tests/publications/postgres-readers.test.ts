import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { postgresReader } from '../../src/publications/postgres-reader';
import { postgresTableReader } from '../../src/tables/postgres-table-reader';
import { until } from '../support/until';
import { postgresSetting } from '../support/postgres-setting';

/** "You are in", and "ask me", as PostgreSQL's protocol has them. */
const WELCOME = Buffer.from('5200000008000000005a0000000549', 'hex');

/** A server that lets everyone in, and then answers nothing: as one looks that has no time. */
let server: Server;
let sockets: Socket[];
let asked: number;
let url: string;

beforeEach(async () => {
  sockets = [];
  asked = 0;
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(WELCOME);
      socket.once('data', () => (asked += 1));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `postgres://kap@127.0.0.1:${(server.address() as AddressInfo).port}/kap`;
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

// A rejection that nobody waits for fails a test, as it ends a process.
it('A PostgreSQL that lets in and then answers nothing ends reads, not the process', async () => {
  const log = postgresReader(postgresSetting(url), () => undefined);
  const tables = postgresTableReader(postgresSetting(url));
  const reads = Promise.allSettled([log.head(), tables.read('select 1')]);
  await until(() => asked === 2);
  await Promise.all([log.close(), tables.close()]);
  expect((await reads).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('A reader of the log that was closed refuses to read, rather than connect once more', async () => {
  const log = postgresReader(postgresSetting(url), () => undefined);
  await log.close();
  await expect(log.head()).rejects.toThrow('The reader was closed.');
  expect(sockets).toEqual([]);
});
