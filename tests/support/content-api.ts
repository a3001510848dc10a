import { systemScheduler } from '../../src/content-api/log/log-reader';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import request from 'supertest';
import { createContentApi, type ContentApiOptions } from '../../src/content-api/app';
import type { Follower } from '../../src/content-api/log/follower';
import { fixedPublicUrl } from '../../src/content-api/public-url';
import { follow } from '../../src/content-api/log/log-follower';
import { openMediaStore, type MediaStore } from '../../src/publications/media-store';
import { silentLog } from './follower';
import { memoryReader } from './memory-reader';
import type { TestLog } from './publications';
import { TestKeys } from './keys';
import { TestOperations } from './registered';
import { TestDrafts } from './saved-drafts';

export const PUBLIC_URL = 'https://content.example.org';
export const RESPONSE_JSON = 'application/graphql-response+json';

interface GraphqlBody {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string };
  }[];
}

/** A content API that listens, over a log in memory and a folder of pictures. */
export class TestContentApi {
  private constructor(
    readonly url: string,
    readonly follower: Follower,
    readonly media: MediaStore,
    /** What went wrong, an entry a line. */
    readonly logged: readonly string[],
    private readonly tell: () => void,
    private readonly stop: () => Promise<void>,
  ) {}

  static async start(
    log: TestLog,
    options: Partial<ContentApiOptions> = {},
  ): Promise<TestContentApi> {
    const folder = await mkdtemp(path.join(tmpdir(), 'kap-media-'));
    const mediaStore = openMediaStore(folder);
    const reader = memoryReader(log);
    const follower = follow({ reader, log: silentLog, scheduler: systemScheduler });
    const logged: string[] = [];
    const api = await createContentApi({
      follower,
      keyReader: new TestKeys().reader,
      draftReader: new TestDrafts().reader,
      operationReader: new TestOperations().reader,
      mediaStore,
      renditionFolder: path.join(folder, 'renditions'),
      publicUrl: fixedPublicUrl(PUBLIC_URL),
      isAnonymousAllowed: true,
      log: pino({ base: null, level: 'warn' }, { write: (line: string) => void logged.push(line) }),
      ...options,
    });
    await api.fastify.listen({ host: '127.0.0.1', port: 0 });
    if (!options.follower) await follower.ready();
    const { port } = api.fastify.server.address() as AddressInfo;
    const stop = async () => {
      await api.close();
      await follower.close();
      await rm(folder, { recursive: true });
    };
    const url = `http://127.0.0.1:${port}`;
    return new TestContentApi(url, follower, mediaStore, logged, () => reader.tell(), stop);
  }

  /** Lets the content API hear of what was appended, and waits until it answers with it. */
  async catchUp(log: TestLog): Promise<void> {
    this.tell();
    await this.follower.waitFor(log.rows.length as Parameters<Follower['waitFor']>[0]);
  }

  /** Asks, and gives back whatever came. */
  ask(query: string, variables: object = {}): request.Test {
    return request(this.url)
      .post('/graphql')
      .set('Accept', RESPONSE_JSON)
      .send({ query, variables });
  }

  /** The data of an answer that has no errors. */
  async data<Data = Record<string, never>>(query: string, variables: object = {}): Promise<Data> {
    const { body } = (await this.ask(query, variables)) as { body: GraphqlBody };
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data as Data;
  }

  close(): Promise<void> {
    return this.stop();
  }
}
