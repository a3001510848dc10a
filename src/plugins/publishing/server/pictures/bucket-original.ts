import type { Bucket } from '../../../../s3/bucket';
import { bytesOf, readWithin, type ReadingLimits } from './reading';

/**
 * Reads an upload from the bucket of the uploads, and from nowhere else: what a row says is a name in it, and no address.
 * Null where there is none.
 *
 * @throws UnreadablePicture
 */
export async function readFromBucket(
  bucket: Bucket,
  name: string,
  limits: ReadingLimits,
  signal: AbortSignal,
): Promise<Buffer | null> {
  return readWithin(limits, signal, async (ending) => {
    const found = await bucket.get(name, ending);
    return found === null ? null : bytesOf(found.stream, limits);
  });
}
