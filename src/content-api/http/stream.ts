import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Catalogue } from '../catalogue/catalogue';
import { ApiError } from '../errors';
import type { RegisteredOperations } from '../answering/registered-operations';
import type { Readings } from '../graphql/readings';
import type { Keyring } from '../access/keyring';
import type { LiveSchema } from '../live/live-operation';
import type { LiveStreams } from '../live/live-streams';
import { sequenceBehind } from '../syndication/change-cursor';
import type { Rates } from '../access/rates';
import { applyRate, sendGraphqlError } from './graphql';
import { notReady } from './health';
import { questionInAddress, questionInBody } from './question';
import { refusalOf } from './refusal';

export interface StreamRouteOptions {
  readonly streams: LiveStreams;
  readonly readings: Readings;
  readonly keyring: Pick<Keyring, 'callerOf' | 'whileHonoured'>;
  readonly rates: Rates;
  readonly registered: RegisteredOperations;
  /** By what those are told apart who send no key. */
  readonly addressOf: (request: IncomingMessage) => string;
  readonly formatError: LiveSchema['formatError'];
}

/**
 * `/graphql/stream`: subscriptions as server-sent events, in the "distinct connections mode" of GraphQL over
 * Server-Sent Events: a stream for each operation. `Last-Event-ID` resumes one from the publication log.
 */
export function streamRoute(app: FastifyInstance, options: StreamRouteOptions): void {
  const { streams, readings, keyring, rates, registered, addressOf, formatError } = options;

  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.setErrorHandler((error, request, reply) =>
      sendGraphqlError(reply, refusalOf(error, request.log)),
    );
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql/stream',
      exposeHeadRoute: false,
      async handler(request, reply) {
        const caller = keyring.callerOf(request.headers.authorization);
        if (caller instanceof ApiError) return sendGraphqlError(reply, caller);
        const tooMany = applyRate(reply, rates.take(request.raw, caller));
        if (tooMany) return sendGraphqlError(reply, tooMany);
        if (!takesEvents(request.headers.accept)) return sendGraphqlError(reply, NOT_EVENTS);
        const { catalogue } = request;
        if (!catalogue) return sendGraphqlError(reply, notReady());
        const question = Buffer.isBuffer(request.body)
          ? questionInBody(request.body)
          : questionInAddress(request.url);
        if (!question) return sendGraphqlError(reply, noQuestion());
        const notRegistered = registered.refusalOf(caller, question);
        if (notRegistered) return sendGraphqlError(reply, notRegistered);
        const query =
          question.query ?? (question.sha256 === null ? null : registered.textOf(question.sha256));
        if (query === null) return sendGraphqlError(reply, noQuestion());
        const sequence = resumedFrom(request, catalogue);
        if (sequence instanceof ApiError) return sendGraphqlError(reply, sequence);

        const admitted = await streams.admit({
          question: { ...question, query },
          sequence,
          context: { catalogue, readings, caller },
          client: caller.keyId ?? addressOf(request.raw),
        });
        if (admitted instanceof ApiError) return sendGraphqlError(reply, admitted);
        if (typeof admitted !== 'function') return sendErrors(reply, admitted.map(formatError));
        sendHead(reply);
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

function sendHead(reply: FastifyReply): void {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // nginx would otherwise keep events back until its buffer is full.
    'X-Accel-Buffering': 'no',
  });
}

function sendErrors(
  reply: FastifyReply,
  errors: ReturnType<LiveSchema['formatError']>[],
): FastifyReply {
  return reply
    .status(400)
    .header('Cache-Control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors }));
}

function takesEvents(accept: string | undefined): boolean {
  return accept === undefined || /text\/event-stream|text\/\*|\*\/\*/.test(accept);
}

const NOT_EVENTS = {
  status: 406,
  code: 'BAD_REQUEST',
  message: 'Header "Accept": Subscriptions are answered as text/event-stream. Accept it.',
} as const;

function noQuestion(): ApiError {
  return new ApiError('BAD_REQUEST', {
    where: 'Request',
    what: 'There is no operation in it that can be read.',
    remedy: 'Send "query", "variables" and "operationName" as JSON, or as parameters of a GET.',
  });
}
