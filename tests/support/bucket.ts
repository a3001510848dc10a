import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';

const NAME = 'practice';
const CREDENTIALS = 'S3RVER';

/** A bucket on a store that speaks S3's protocol, and takes down what it is asked. */
export class TestBucket {
  readonly asked: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
  readonly #client: S3Client;

  private constructor(
    private readonly folder: string,
    private readonly server: Server,
    private readonly port: number,
  ) {
    const credentials = { accessKeyId: CREDENTIALS, secretAccessKey: CREDENTIALS };
    const endpoint = `http://127.0.0.1:${port}`;
    this.#client = new S3Client({
      endpoint,
      credentials,
      forcePathStyle: true,
      region: 'us-east-1',
    });
  }

  static async start(): Promise<TestBucket> {
    const folder = await mkdtemp(path.join(tmpdir(), 'kap-bucket-'));
    const configureBuckets = [{ name: NAME, configs: [] }];
    const store = new S3rver({ silent: true, directory: folder, configureBuckets });
    await store.configureBuckets();
    const answer = store.callback();
    const server = createServer((request, response) => {
      const { method, url, headers } = request;
      bucket.asked.push({ method, url, headers });
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const bucket = new TestBucket(folder, server, port);
    return bucket;
  }

  /** What a process needs to keep its uploads behind a prefix. */
  settings(prefix: string): Record<string, string> {
    const endpoint = encodeURIComponent(`http://127.0.0.1:${this.port}`);
    return {
      UPLOADS: `s3://${NAME}/${prefix}?endpoint=${endpoint}`,
      AWS_ACCESS_KEY_ID: CREDENTIALS,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS,
    };
  }

  /** Every object's whole name. */
  async names(): Promise<string[]> {
    const { Contents = [] } = await this.#client.send(new ListObjectsV2Command({ Bucket: NAME }));
    return Contents.map(({ Key = '' }) => Key).sort();
  }

  async get(name: string): Promise<Buffer> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: NAME, Key: name }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: NAME, Key: name, Body: bytes }));
  }

  async empty(): Promise<void> {
    const Objects = (await this.names()).map((Key) => ({ Key }));
    if (Objects.length === 0) return;
    await this.#client.send(new DeleteObjectsCommand({ Bucket: NAME, Delete: { Objects } }));
  }

  /** Lets nobody in until `comeBack`. */
  async goAway(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async comeBack(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.#client.destroy();
    await this.goAway();
    await rm(this.folder, { recursive: true });
  }
}
