import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors';
import type { RequestContext } from '../graphql/context';
import type { Readings } from '../graphql/readings';
import { explorer, wantsExplorer } from './explorer';
import { notReady } from './health';

export interface GraphqlRouteOptions {
  readonly server: ApolloServer<RequestContext>;
  readonly readings: Readings;
  /** Whether requests without a key are answered. */
  readonly isAnonymousAllowed: boolean;
}

/** `/graphql`: GraphQL over HTTP by GET and POST, and the explorer for who opens it in a browser. */
export function graphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const { server, readings, isAnonymousAllowed } = options;
  const showExplorer = explorer();
  const answer = fastifyApolloHandler(server, {
    context: (request) => {
      if (!request.catalogue) throw notReady();
      return Promise.resolve({ catalogue: request.catalogue, readings });
    },
  });

  // A scope of its own, so that its refusals have GraphQL's form and the other addresses' that of problem details.
  void app.register((scope, _options, done) => {
    scope.addHook('preHandler', (request, reply, next) => {
      if (wantsExplorer(request.method, request.headers.accept, request.query)) {
        showExplorer(reply);
        return;
      }
      const refused = refusal(request, isAnonymousAllowed);
      if (refused) sendGraphqlError(reply, refused);
      else next();
    });
    scope.setErrorHandler((error, _request, reply) =>
      sendGraphqlError(reply, refusalOf(error, reply)),
    );
    scope.route({ method: ['GET', 'POST'], url: '/graphql', handler: answer });
    done();
  });
}

function refusal(request: FastifyRequest, isAnonymousAllowed: boolean): ApiError | null {
  if (request.headers.authorization !== undefined) {
    return new ApiError('UNAUTHENTICATED', {
      where: 'Header "Authorization"',
      what: 'This is not a key of ours.',
      remedy: 'Leave the header out to ask anonymously, or ask the practice for a key.',
    });
  }
  if (!isAnonymousAllowed) {
    return new ApiError('UNAUTHENTICATED', {
      where: 'Header "Authorization"',
      what: 'This practice answers requests with a key only.',
      remedy: 'Ask the practice for a key.',
    });
  }
  return request.catalogue ? null : notReady();
}

/** What went wrong before a question was reached, as a refusal. */
function refusalOf(
  error: unknown,
  reply: FastifyReply,
): { status: number; code: string; message: string } {
  if (error instanceof ApiError) return error;
  const { statusCode, message } = error as { statusCode?: number; message: string };
  if (statusCode === 413) {
    return new ApiError('REQUEST_TOO_LARGE', {
      where: 'Body',
      what: 'The request is longer than is read here.',
      remedy: 'Ask for less at a time, or send long values as variables.',
    });
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { status: statusCode, code: 'BAD_REQUEST', message: `${message}.` };
  }
  reply.log.error({ err: error }, 'A request to /graphql failed');
  return new ApiError('INTERNAL_SERVER_ERROR', {
    where: 'This process',
    what: 'Something went wrong on our side.',
    remedy: 'It has been logged; try again later.',
  });
}

/** A refusal that comes before any operation runs, in GraphQL's form. */
function sendGraphqlError(
  reply: FastifyReply,
  { status, code, message }: { status: number; code: string; message: string },
): FastifyReply {
  const accept = reply.request.headers.accept ?? '';
  const isModern = accept.includes('application/graphql-response+json');
  if (status === 401) void reply.header('WWW-Authenticate', 'Bearer');
  return reply
    .status(status)
    .header('Cache-Control', 'no-store')
    .type(`${isModern ? 'application/graphql-response+json' : 'application/json'}; charset=utf-8`)
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
