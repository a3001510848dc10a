import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../access/caller';
import { ApiError } from '../errors';
import type { RequestContext } from '../graphql/context';
import type { Readings } from '../graphql/readings';
import { explorer, wantsExplorer } from './explorer';
import type { Rate, Rates } from '../access/rates';
import { notReady, RETRY_AFTER_SECONDS } from './health';
import type { AheadOfFramework } from './graphql-front';
import { refusalOf, tooLarge, type Refusal } from './refusal';

export interface GraphqlRouteOptions {
  readonly server: ApolloServer<RequestContext>;
  readonly readings: Readings;
  /** Who asks, and of what, is found out ahead of the framework, and bodies are read. */
  readonly ahead: AheadOfFramework;
  readonly callerOf: (authorization: string | undefined) => Caller | ApiError;
  readonly rates: Rates;
}

/** `/graphql`: GraphQL over HTTP by GET and POST, and the explorer for who opens it in a browser. */
export function graphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const { server, readings, ahead, callerOf, rates } = options;
  const showExplorer = explorer();

  // A scope of its own, so that its refusals have GraphQL's form and the other addresses' that of problem details.
  void app.register((scope, _options, done) => {
    scope.removeContentTypeParser(['text/plain', 'application/json']);
    const parseJson = scope.getDefaultJsonParser('error', 'ignore');
    scope.addContentTypeParser('application/json', (request, _payload, parsed) => {
      const body = ahead.get(request.raw)?.body;
      if (body) void parseJson(request, body.toString(), parsed);
      else parsed(tooLarge());
    });
    // Read whatever it says it is, so that a body that is too long is told so before its media type is looked at.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.setErrorHandler((error, request, reply) =>
      sendGraphqlError(reply, refusalOf(error, request.log)),
    );
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      async handler(request, reply) {
        if (wantsExplorer(request.method, request.headers.accept)) {
          return showExplorer(request, reply);
        }
        const asked = ahead.get(request.raw)?.asked;
        const caller = callerOf(request.headers.authorization);
        if (caller instanceof ApiError) return sendGraphqlError(reply, caller);
        const tooMany = applyRate(
          reply,
          asked instanceof ApiError || !asked ? rates.of(request.raw, caller) : asked.rate,
        );
        if (tooMany) return sendGraphqlError(reply, tooMany);
        if (asked instanceof ApiError) return sendGraphqlError(reply, asked);
        // Only JSON is parsed; anything else is still the bytes that came.
        if (Buffer.isBuffer(request.body) && request.body.length > 0) {
          return sendGraphqlError(reply, NOT_JSON);
        }
        const catalogue = asked?.catalogue ?? request.catalogue;
        if (!catalogue) return sendGraphqlError(reply, notReady());
        void reply.header('Content-Edition', catalogue.edition.id);
        const refused = ahead.get(request.raw)?.refused;
        if (refused) {
          setHeaders(reply, refused.headers);
          return sendGraphqlError(reply, refused.error, true);
        }

        const answer = await server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: graphqlRequestOf(request),
          context: () => Promise.resolve({ catalogue, readings, caller }),
        });
        for (const [name, value] of answer.headers) void reply.header(name, value);
        // What comes this way is a refusal, or is negotiated as few ask for it: nobody need keep it.
        void reply.header('Cache-Control', 'no-store');
        void reply.status(answer.status ?? 200);
        // Answers come whole: incremental delivery has no directive in this schema.
        return answer.body.kind === 'complete' ? answer.body.string : '';
      },
    });
    done();
  });
}

/** @param headers names and values in turn. */
function setHeaders(reply: FastifyReply, headers: readonly string[]): void {
  for (let index = 0; index < headers.length; index += 2) {
    void reply.header(headers[index] ?? '', headers[index + 1]);
  }
}

/** Tells in the headers what the sender may still ask. @returns why it is refused; null where it is not. */
export function applyRate(reply: FastifyReply, rate: Rate | null): ApiError | null {
  if (!rate) return null;
  setHeaders(reply, rate.headers);
  if (rate.refusal) void reply.header('Retry-After', rate.resetSeconds);
  return rate.refusal;
}

/**
 * The request as Apollo takes it. `@as-integrations/fastify` would do the same, but answers 500 where the Host header
 * is no host, and 405 to HEAD.
 */
function graphqlRequestOf(request: FastifyRequest): HTTPGraphQLRequest {
  const { url } = request;
  const search = url.indexOf('?');
  return {
    body: request.body,
    method: request.method === 'HEAD' ? 'GET' : request.method,
    headers: headerMapOf(request.headers),
    search: search === -1 ? '' : url.slice(search),
  };
}

function headerMapOf(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

const NOT_JSON: Refusal = {
  status: 415,
  code: 'BAD_REQUEST',
  message: 'Header "Content-Type": A question is sent as JSON. Say application/json.',
};

/** A refusal that comes before any operation runs, in GraphQL's form. */
export function sendGraphqlError(
  reply: FastifyReply,
  { status, code, message }: Refusal,
  isQuestion = false,
): FastifyReply {
  const accept = reply.request.headers.accept ?? '';
  const isModern = accept.includes('application/graphql-response+json');
  if (status === 401) void reply.header('WWW-Authenticate', 'Bearer');
  if ((status === 503 || status === 429) && !reply.hasHeader('Retry-After')) {
    void reply.header('Retry-After', RETRY_AFTER_SECONDS);
  }
  return (
    reply
      // GraphQL over HTTP, 6.4.1: who knows the older media type only is told in the body, as by `wellFormedRequestsAreOk`.
      .status(isQuestion && !isModern ? 200 : status)
      .header('Cache-Control', 'no-store')
      .type(`${isModern ? 'application/graphql-response+json' : 'application/json'}; charset=utf-8`)
      .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }))
  );
}
