import { openBucket } from '../s3/bucket';
import type { MediaStore } from './media-store';

/**
 * Keeps pictures in a bucket, as `PREFIX/SHA256`.
 *
 * @param address see `bucketAddress`.
 */
export function s3MediaStore(address: string): MediaStore {
  const bucket = openBucket(address);
  return {
    has: (sha256) => bucket.has(sha256),

    async put(sha256, bytes) {
      if (!(await bucket.has(sha256))) await bucket.put(sha256, bytes);
    },

    open: (sha256) => bucket.get(sha256),
  };
}
