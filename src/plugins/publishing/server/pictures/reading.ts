import { UnreadablePicture } from './unreadable';

const SECOND = 1000;

/** How long and how much is read from another machine, for one file. */
export interface ReadingLimits {
  /** From the first packet to the last byte. */
  readonly timeLimitSeconds: number;
  readonly sizeLimitBytes: number;
}

/**
 * Reads from a host of files within a time.
 *
 * @param signal ends a whole batch, for the reason that it gives.
 * @param read is given the signal that ends it.
 * @throws UnreadablePicture for whatever else keeps the host from answering, too.
 */
export async function readWithin<Result>(
  { timeLimitSeconds }: ReadingLimits,
  signal: AbortSignal,
  read: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = AbortSignal.timeout(timeLimitSeconds * SECOND);
  try {
    return await read(AbortSignal.any([signal, limit]));
  } catch (error) {
    if (error instanceof UnreadablePicture) throw error;
    // Whoever ended the whole batch has said why.
    if (signal.aborted) throw signal.reason;
    const what = limit.aborted
      ? `did not give it within ${timeLimitSeconds} seconds`
      : `cannot be reached (${(error as Error).message})`;
    throw new UnreadablePicture(`is not to be had: its file host ${what}. Try again later.`, true, {
      cause: error,
    });
  }
}

/** All the bytes of a stream, as long as they are not too many. */
export async function bytesOf(
  stream: AsyncIterable<unknown>,
  { sizeLimitBytes }: ReadingLimits,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > sizeLimitBytes) {
      throw new UnreadablePicture(
        `is larger than the ${sizeLimitBytes} bytes that may be uploaded. Upload a smaller one.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
