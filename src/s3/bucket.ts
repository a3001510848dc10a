import type { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import { bucketAddress } from './bucket-address';

/** What stores say of an object that is not there: to GET, and to HEAD, whose answers have no body to say more in. */
const ABSENT: ReadonlySet<unknown> = new Set(['NoSuchKey', 'NotFound', 'AccessDenied']);
const FORBIDDEN = 403;

/** An object, to be read once. Whoever gets it must read the stream to its end or destroy it. */
export interface StoredObject {
  readonly stream: Readable;
  /** Bytes. */
  readonly size: number;
  /** Changes with the bytes; null where the store tells none. */
  readonly etag: string | null;
}

/** Objects by name, all behind the prefix of one address. */
export interface Bucket {
  has(name: string): Promise<boolean>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null where there is none of this name. */
  get(name: string, signal?: AbortSignal): Promise<StoredObject | null>;
}

/**
 * Touches no network before its first use.
 *
 * @param address see `bucketAddress`.
 */
export function openBucket(address: string): Bucket {
  const { bucket, prefix, client: options } = bucketAddress(address);
  const objectCalled = (name: string) => ({ Bucket: bucket, Key: `${prefix}${name}` });

  // Loaded at first use: a hub that keeps everything in folders never pays for the client.
  let loading: Promise<[typeof Sdk, Sdk.S3Client]> | undefined;
  const load = () =>
    (loading ??= import('@aws-sdk/client-s3').then((sdk) => [sdk, new sdk.S3Client(options)]));

  return {
    async has(name) {
      const [sdk, client] = await load();
      const request = new sdk.HeadObjectCommand(objectCalled(name));
      return (await unlessAbsent(client.send(request))) !== null;
    },

    async put(name, bytes) {
      const [sdk, client] = await load();
      await client.send(new sdk.PutObjectCommand({ ...objectCalled(name), Body: bytes }));
    },

    async get(name, signal) {
      const [sdk, client] = await load();
      const request = new sdk.GetObjectCommand(objectCalled(name));
      const answer = await unlessAbsent(
        client.send(request, signal ? { abortSignal: signal } : {}),
      );
      if (!answer?.Body || answer.ContentLength === undefined) return null;
      // On Node the SDK's body is always a Readable; its type also covers browsers.
      const stream = answer.Body as Readable;
      return { stream, size: answer.ContentLength, etag: answer.ETag ?? null };
    },
  };
}

async function unlessAbsent<Result>(pending: Promise<Result>): Promise<Result | null> {
  try {
    return await pending;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/**
 * Of what is not there S3 says 403 to a key that may not list the bucket, so that nobody learns what there is. Whoever
 * may not read at all is told so as soon as something is put.
 */
function isAbsent(error: unknown): boolean {
  const { name, $metadata } = error as Partial<Sdk.S3ServiceException>;
  return ABSENT.has(name) || (name === 'Unknown' && $metadata?.httpStatusCode === FORBIDDEN);
}
