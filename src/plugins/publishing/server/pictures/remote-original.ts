import { lookup, type LookupAddress } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { UnreadablePicture } from './unreadable';

const SECOND = 1000;

/** Where the originals of a remote upload provider lie, and how long and how much is read there. */
export interface RemoteOriginals {
  /** Scheme, host and port; null where uploads lie in a folder. */
  readonly origin: string | null;
  /** For one file, from the first packet to the last byte. */
  readonly timeLimitSeconds: number;
  readonly sizeLimitBytes: number;
}

/**
 * Reads a file from the upload provider's own host and from nowhere else, whatever a row says. Redirects are not
 * followed: `node:http` never does, while `fetch` would have to be told. A host that is configured by name must not
 * turn out to be this machine or its neighbour; one that is configured by its address is what the operator meant.
 *
 * @throws UnreadablePicture
 */
export async function readRemote(
  url: string,
  { origin, timeLimitSeconds, sizeLimitBytes }: RemoteOriginals,
  signal: AbortSignal,
): Promise<Buffer> {
  const target = new URL(url);
  if (target.origin !== origin) {
    throw new UnreadablePicture(
      'lies on another host than the uploads do. Upload it in the Media Library, and choose that one.',
    );
  }
  const limit = AbortSignal.timeout(timeLimitSeconds * SECOND);
  try {
    const response = await get(target, AbortSignal.any([signal, limit]));
    if (response.statusCode !== 200) {
      response.destroy();
      throw new UnreadablePicture(
        `is not to be had: its file host answered with ${response.statusCode}. Upload it again in the Media Library.`,
      );
    }
    return await bodyOf(response, sizeLimitBytes);
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

function get(target: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const client = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    // Not kept alive: a connection that outlives its request would keep a name's old address past the look-up.
    const options = { signal, agent: false, lookup: lookupPublic };
    client.get(target, options, resolve).once('error', reject);
  });
}

async function bodyOf(response: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) {
      throw new UnreadablePicture(
        `is larger than the ${most} bytes that may be uploaded. Upload a smaller one.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Looks a name up for the very connection that is being made, so that no second answer can differ from the first. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    const internal = addresses.find(({ address }) => !isPublic(address));
    if (internal) return callback(new Error(`${hostname} is the internal ${internal.address}`), '');
    const [first] = addresses as [LookupAddress, ...LookupAddress[]];
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function isPublic(address: string): boolean {
  // `process` takes an IPv4 address that is written as an IPv6 one for what it is.
  return ipaddr.process(address).range() === 'unicast';
}
