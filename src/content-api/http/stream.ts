import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Keyring } from '../access/keyring';
import type { Rate, Rates } from '../access/rates';
import { toldOf, type Told } from '../answering/outcome';
import type { Catalogue } from '../catalogue/catalogue';
import { ApiError } from '../errors';
import type { LiveStreams } from '../live/live-streams';
import { sequenceBehind } from '../syndication/change-cursor';
import { wireBytes } from '../wire-text';
import { AS_JSON } from './accept';
import { notReady } from './health';
import { questionInAddress, questionInBody } from './question';
import { refusalOf } from './refusal';
import { toldHeaders } from './told-headers';

export interface StreamRouteOptions {
  readonly streams: LiveStreams;
  readonly keyring: Pick<Keyring, 'callerOf' | 'whileHonoured'>;
  readonly rates: Rates;
  /** By what those are told apart who send no key. */
  readonly addressOf: (request: IncomingMessage) => string;
}

/**
 * `/graphql/stream`: subscriptions as server-sent events, in the "distinct connections mode" of GraphQL over
 * Server-Sent Events: a stream for each operation. `Last-Event-ID` resumes one from the publication log.
 */
export function streamRoute(app: FastifyInstance, options: StreamRouteOptions): void {
  const { streams, keyring, rates, addressOf } = options;

  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.setErrorHandler((error, request, reply) =>
      sendTold(reply, toldOf(refusalOf(error, request.log))),
    );
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql/stream',
      exposeHeadRoute: false,
      async handler(request, reply) {
        const caller = keyring.callerOf(request.headers.authorization);
        if (caller instanceof ApiError) return sendTold(reply, toldOf(caller));
        const rate = rates.take(request.raw, caller);
        const refusal = rate?.refusal ?? (takesEvents(request.headers.accept) ? null : NOT_EVENTS);
        if (refusal) return sendTold(reply, toldOf(refusal), rate);
        const { catalogue } = request;
        if (!catalogue) return sendTold(reply, toldOf(notReady()), rate);
        const question = Buffer.isBuffer(request.body)
          ? questionInBody(request.body)
          : questionInAddress(request.url);
        if (question instanceof ApiError) return sendTold(reply, toldOf(question), rate);
        const sequence = resumedFrom(request, catalogue);
        if (sequence instanceof ApiError) return sendTold(reply, toldOf(sequence), rate);

        const client = caller.keyId ?? addressOf(request.raw);
        const admitted = await streams.admit({ question, caller, catalogue, sequence, client });
        if (typeof admitted !== 'function') return sendTold(reply, admitted, rate);
        sendHead(reply, rate);
        // A stream may outlive its key by no more than a request does.
        const forget = keyring.whileHonoured(caller, () => reply.raw.destroy());
        reply.raw.on('close', forget);
        admitted(reply.raw);
        return reply;
      },
    });
    done();
  });
}

/** The reader's place: behind its last event, else behind everything that there is. */
function resumedFrom(request: FastifyRequest, catalogue: Catalogue): number | ApiError {
  const last = request.headers['last-event-id'];
  if (typeof last !== 'string' || last === '') return catalogue.edition.sequence;
  return sequenceBehind(last, catalogue, 'Header "Last-Event-ID"');
}

function sendHead(reply: FastifyReply, rate: Rate | null): void {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // nginx would otherwise keep events back until its buffer is full.
    'X-Accel-Buffering': 'no',
    ...pairsOf(rate?.headers ?? []),
  });
}

/** What is refused here is told as JSON: who listens is no reader of GraphQL's own media type. */
function sendTold(reply: FastifyReply, told: Told, rate: Rate | null = null): FastifyReply {
  const editionId = reply.request.catalogue?.edition.id ?? null;
  const headers = toldHeaders(told, { mediaType: AS_JSON, editionId, costLimit: null, rate });
  return reply.status(told.status).headers(pairsOf(headers)).send(wireBytes(told.body));
}

function pairsOf(headers: readonly string[]): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (let index = 0; index < headers.length; index += 2) {
    pairs[headers[index] ?? ''] = headers[index + 1] ?? '';
  }
  return pairs;
}

function takesEvents(accept: string | undefined): boolean {
  return accept === undefined || /text\/event-stream|text\/\*|\*\/\*/.test(accept);
}

const NOT_EVENTS = {
  status: 406,
  code: 'BAD_REQUEST',
  message: 'Header "Accept": Subscriptions are answered as text/event-stream. Accept it.',
} as const;
