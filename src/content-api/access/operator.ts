import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What proxies write into a request that they pass on. */
const FORWARDING =
  /^(forwarded|via|cdn-loop|x-forwarded(-.*)?|x-real-ip|.*-(client|connecting)-ip)$/;
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/i;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
const BEARER = /^bearer +(\S+)$/i;

/** Whether a request comes from who runs this process, and so may be told what a stranger may not. */
export type IsOperator = (request: IncomingMessage) => boolean;

/** @param token what an operator sends as `Authorization: Bearer …` from elsewhere; null where only this machine may. */
export function operatorCheck(token: string | null): IsOperator {
  const expected = token === null ? null : digestOf(token);
  return (request) => {
    const sent = BEARER.exec(request.headers.authorization ?? '')?.[1];
    // Of digests, which are as long as one another: how long it takes tells nothing of the token.
    if (expected && sent !== undefined && timingSafeEqual(expected, digestOf(sent))) return true;
    return isOfThisMachine(request);
  };
}

/**
 * Whether somebody on this machine asks, and asks by themselves. A proxy here speaks for everybody, and a browser here
 * for any site: the one is told by what it adds, by the host that it passes on or, being nginx as it comes, by HTTP/1.0;
 * the other by the site that it names, or that has got itself the name of this machine's address.
 */
function isOfThisMachine({ socket, headers, httpVersion }: IncomingMessage): boolean {
  return (
    LOOPBACK.test(socket.remoteAddress ?? '') &&
    LOOPBACK_HOST.test(headers.host ?? '') &&
    httpVersion !== '1.0' &&
    headers.origin === undefined &&
    (headers['sec-fetch-site'] ?? 'none') === 'none' &&
    !Object.keys(headers).some((name) => FORWARDING.test(name))
  );
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
