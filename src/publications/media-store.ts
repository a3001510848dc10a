import type { Readable } from 'node:stream';
import { folderMediaStore } from './folder-media-store';
import type { Sha256 } from './publication';
import { s3MediaStore } from './s3-media-store';

/** A stored file, to be read once. Whoever opens it must read the stream to its end or destroy it. */
export interface StoredBytes {
  readonly stream: Readable;
  /** Bytes. */
  readonly size: number;
}

/**
 * Where published pictures live, each under the SHA-256 of its bytes. Nothing in it is ever changed or replaced, so
 * it may be shared by any number of processes and copied at any time.
 */
export interface MediaStore {
  /** Keeps the bytes, durably once resolved. Does nothing where they are kept already. */
  put(sha256: Sha256, bytes: Uint8Array): Promise<void>;
  /** Null where nothing is kept under this hash. */
  open(sha256: Sha256): Promise<StoredBytes | null>;
  has(sha256: Sha256): Promise<boolean>;
}

/**
 * The store that a setting names. Touches neither disk nor network before its first use.
 *
 * @param setting the absolute path of a folder, or `s3://BUCKET/PREFIX?endpoint=URL&region=NAME`; see `bucketAddress`.
 */
export function openMediaStore(setting: string): MediaStore {
  return setting.startsWith('s3://') ? s3MediaStore(setting) : folderMediaStore(setting);
}
