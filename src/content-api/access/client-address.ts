import proxyAddress from '@fastify/proxy-addr';
import type { IncomingMessage } from 'node:http';

/** Whoever is given IPv6 addresses is given at least a /64 of them: these count as one. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;
const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Some proxies write the port, too: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const WITH_PORT = /^(?:(\d+\.\d+\.\d+\.\d+)|\[(.+)\])(?::\d+)?$/;

/**
 * Tells clients apart by the address that they ask from. `X-Forwarded-For` is believed of proxies that are trusted, and
 * of nobody else: anybody can write it.
 *
 * @param trustedProxies addresses and networks, as `10.0.0.0/8`.
 * @param onUntrusted told once of an address that forwards and is not trusted: a proxy that was forgotten, or a client
 *   that pretends.
 */
export function clientAddress(
  trustedProxies: readonly string[],
  onUntrusted: (address: string) => void,
): (request: IncomingMessage) => string {
  const trusts = proxyAddress.compile([...trustedProxies]);
  let isTold = false;
  return (request) => {
    const { socket, headers } = request;
    const nearest = socket.remoteAddress ?? '';
    if (headers['x-forwarded-for'] === undefined) return networkOf(nearest);
    if (!isTold && !trusts(nearest, 0)) {
      isTold = true;
      onUntrusted(withoutPort(nearest));
    }
    return networkOf(proxyAddress(request, (address, hop) => trusts(withoutPort(address), hop)));
  };
}

function withoutPort(address: string): string {
  const [, ipv4, ipv6] = WITH_PORT.exec(address) ?? [];
  return ipv4 ?? ipv6 ?? address;
}

function networkOf(written: string): string {
  const address = withoutPort(written);
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
