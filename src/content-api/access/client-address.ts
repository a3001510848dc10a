import proxyAddress from '@fastify/proxy-addr';
import type { IncomingMessage } from 'node:http';

/** Whoever is given IPv6 addresses is given at least a /64 of them: these count as one. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;
const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Tells clients apart by the address that they ask from. `X-Forwarded-For` is believed of proxies that are trusted, and
 * of nobody else: anybody can write it.
 *
 * @param trustedProxies addresses and networks, as `10.0.0.0/8`.
 */
export function clientAddress(
  trustedProxies: readonly string[],
): (request: IncomingMessage) => string {
  if (trustedProxies.length === 0)
    return (request) => networkOf(request.socket.remoteAddress ?? '');
  const trusts = proxyAddress.compile([...trustedProxies]);
  return (request) => networkOf(proxyAddress(request, trusts));
}

function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = MAPPED_IPV4.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [front = [], back = []] = address
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  // What "::" leaves out are zeros.
  const zeros = Array<string>(Math.max(0, GROUPS - front.length - back.length)).fill('0');
  return [...front, ...zeros, ...back]
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
