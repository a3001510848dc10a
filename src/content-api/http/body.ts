import type { IncomingMessage } from 'node:http';

/**
 * Reads a request's body whole, and tells it once. Where the client goes away in between, nothing is told.
 *
 * @param limit bytes. @param read is given null for a body that is longer; what is left of it is thrown away.
 */
export function readBody(
  request: IncomingMessage,
  limit: number,
  read: (body: Buffer | null) => void,
): void {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    read(null);
    return;
  }
  const parts: Buffer[] = [];
  let length = 0;
  const onData = (part: Buffer) => {
    length += part.length;
    parts.push(part);
    if (length <= limit) return;
    request.off('data', onData).off('end', onEnd).resume();
    read(null);
  };
  const onEnd = () => {
    const [only] = parts;
    read(parts.length === 1 && only ? only : Buffer.concat(parts));
  };
  request.on('data', onData).on('end', onEnd);
}
