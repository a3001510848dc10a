import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { clinic } from '../support/clinic';
import { CONTENT_API_MAIN, ContentApiProcess } from '../support/content-api-process';
import { freePort } from '../support/free-port';
import { LogDatabase } from '../support/log-database';
import { StreamReader } from '../support/stream-reader';
import { until } from '../support/until';

/** Starts the process where it cannot start, and gives back what it said and how it ended. */
async function failedStart(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [CONTENT_API_MAIN], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', ...env },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.once('close', resolve));
  return { code, said };
}

describe('the content API as a process of its own', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kap-main-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('answers from the log in a file, follows it, and ends when it is asked to', async () => {
    const log = clinic();
    const database = await LogDatabase.open(path.join(folder, 'database.sqlite'));
    await database.append(log.rows);
    const api = await ContentApiProcess.start({ DATA_FOLDER: folder });
    const names = () => api.answer('{ locations { nodes { name } } }');
    try {
      await until(async () => (await api.readiness()).status === 200);
      expect(await names()).toContain('Denver');
      await database.append([log.publish('location', 'boulder', { content: { name: 'Boulder' } })]);
      await until(async () => (await names()).includes('Boulder'));
    } finally {
      await api.stop();
      await database.close();
    }
    expect(await api.exited).toBe(0);
  });

  it('keeps no more event streams open than its settings say, of everybody and of one client', async () => {
    const database = await LogDatabase.open(path.join(folder, 'database.sqlite'));
    await database.append(clinic().rows);
    await database.close();
    const statusOfThird = async (env: Record<string, string>) => {
      const api = await ContentApiProcess.start({ DATA_FOLDER: folder, ...env });
      try {
        await until(async () => (await api.readiness()).status === 200);
        const open = () => StreamReader.open(api.url, 'subscription { changed { kind } }');
        expect([(await open()).status, (await open()).status]).toEqual([200, 200]);
        return (await open()).status;
      } finally {
        await api.stop();
      }
    };
    expect(await statusOfThird({ CONTENT_API_STREAMS: '2' })).toBe(503);
    expect(await statusOfThird({ CONTENT_API_STREAMS_PER_CLIENT: '2' })).toBe(429);
  });

  it('waits for a PostgreSQL that is down, and says so', async () => {
    const port = await freePort();
    const api = await ContentApiProcess.start({
      DATA_FOLDER: folder,
      DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/nothing`,
    });
    try {
      await until(async () => (await api.readiness()).text.includes('ECONNREFUSED'));
      const readiness = await api.readiness();
      expect(readiness.status).toBe(503);
      expect(readiness.body).toMatchObject({ code: 'NOT_READY', state: 'loading', edition: null });
      const answer = await request(api.url).post('/graphql').send({ query: '{ edition { id } }' });
      expect(answer.status).toBe(503);
      expect(answer.body).toHaveProperty('errors.0.extensions.code', 'NOT_READY');
    } finally {
      await api.stop();
    }
    expect(await api.exited).toBe(0);
  });

  describe('says in a line why it cannot start, and ends with 1', () => {
    it('where settings are wrong', async () => {
      const { code, said } = await failedStart({ PORT: 'many', LOG_LEVEL: 'loud' });
      expect(code).toBe(1);
      expect(said).toMatch(/^BAD_ENVIRONMENT .*\n {2}PORT: .*\n {2}LOG_LEVEL: .*\n$/);
    });

    it('where its port is taken', async () => {
      const taken = await new Promise<Server>((resolve) => {
        const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
      });
      const address = taken.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      await (await LogDatabase.open(path.join(folder, 'database.sqlite'))).close();
      const { code, said } = await failedStart({ DATA_FOLDER: folder, PORT: String(port) });
      taken.close();
      expect([code, said]).toEqual([1, expect.stringMatching(/^PORT_IN_USE .*\n$/)]);
      expect(said).toContain(String(port));
    });

    it('where there is no database', async () => {
      const { code, said } = await failedStart({ DATA_FOLDER: path.join(folder, 'nothing') });
      expect([code, said]).toEqual([1, expect.stringMatching(/^DATABASE_UNREADABLE .*\n$/)]);
      expect(said).toContain(path.join(folder, 'nothing', 'database.sqlite'));
    });

    it('where the database is none', async () => {
      await writeFile(path.join(folder, 'database.sqlite'), 'not a database'.repeat(1_000));
      const { code, said } = await failedStart({ DATA_FOLDER: folder });
      expect([code, said]).toEqual([1, expect.stringMatching(/^DATABASE_UNREADABLE .*\n$/)]);
    });

    it('where the database has no publication log', async () => {
      await writeFile(path.join(folder, 'database.sqlite'), '');
      const { code, said } = await failedStart({ DATA_FOLDER: folder });
      expect([code, said]).toEqual([1, expect.stringMatching(/^NO_LOG .*npm start.*\n$/)]);
    });
  });
});
