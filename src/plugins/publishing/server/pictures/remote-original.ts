import { lookup, type LookupAddress } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { bytesOf, readWithin, type ReadingLimits } from './reading';
import { UnreadablePicture } from './unreadable';

/** Where the originals of a remote upload provider lie, and how long and how much is read there. */
export interface RemoteOriginals extends ReadingLimits {
  /** Scheme, host and port; null where uploads lie in a folder, or in a bucket of our own. */
  readonly origin: string | null;
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
  { origin, ...limits }: RemoteOriginals,
  signal: AbortSignal,
): Promise<Buffer> {
  const target = new URL(url);
  if (target.origin !== origin) {
    throw new UnreadablePicture(
      'lies on another host than the uploads do. Upload it in the Media Library, and choose that one.',
    );
  }
  return readWithin(limits, signal, async (ending) => {
    const response = await get(target, ending);
    if (response.statusCode !== 200) {
      response.destroy();
      throw new UnreadablePicture(
        `is not to be had: its file host answered with ${response.statusCode}. Upload it again in the Media Library.`,
      );
    }
    return bytesOf(response, limits);
  });
}

function get(target: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const client = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    // Not kept alive: a connection that outlives its request would keep a name's old address past the look-up.
    const options = { signal, agent: false, lookup: lookupPublic };
    client.get(target, options, resolve).once('error', reject);
  });
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
