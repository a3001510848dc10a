import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, isValueNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { ApiError } from '../errors';
import type { RequestContext } from '../graphql/context';

/** Where the server tells of defects; pino's logger fits. */
export interface DefectLog {
  error(details: object, message: string): void;
}

/** GraphQL over HTTP, less the HTTP: Apollo Server with the content schema. */
export function graphqlServer(schema: GraphQLSchema, log: DefectLog): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // It guards what a browser's cookies could do, and nothing here looks at cookies; CORS lets every site ask.
    csrfPrevention: false,
    // Asked here are only hashes that are not known, and texts that have another: known ones are answered ahead.
    persistedQueries: {
      cache: {
        get: () => Promise.resolve(undefined),
        set: () => Promise.resolve(),
        delete: () => Promise.resolve(true),
      },
    },
    stopOnTerminationSignals: false,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (message: unknown) => log.error({}, String(message)),
    },
    formatError: (formatted, error) => formatError(formatted, error, log),
    plugins: [
      // Apollo's page would load from Apollo's servers; the explorer is ours.
      ApolloServerPluginLandingPageDisabled(),
      // A plugin that looks at each field has Apollo put a function of its own round every resolver of the schema, at the
      // first question that comes to it; the short way would call them too. What caches may do is said in `http/`.
      ApolloServerPluginCacheControlDisabled(),
      queriesOnly,
      refusedRequestsAreWhole,
      wellFormedRequestsAreOk,
    ],
  });
}

/** As answers that are not made by the server tell of errors. */
export function formatErrors(log: DefectLog): (error: GraphQLError) => GraphQLFormattedError {
  return (error) => formatError(error.toJSON(), error, log);
}

/** A refusal carries its code; anything else that was thrown is a defect: logged whole, told without detail. */
function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: DefectLog,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof ApiError) {
    return { ...formatted, message: original.message, extensions: { code: original.code } };
  }
  const code = formatted.extensions?.code;
  if (code !== undefined && code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR) return formatted;
  if (isOfValue(error)) return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  log.error({ err: original }, 'A query failed');
  return {
    message: 'Something went wrong on our side. It has been logged.',
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/**
 * Whether GraphQL has refused a value that the request gave. A variable that may be null but has a default is valid
 * where null is not, so that one which is sent as null is found out in the middle of execution. Every other error of
 * execution is of a field.
 */
function isOfValue(error: unknown): boolean {
  const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  return node !== undefined && isValueNode(node);
}

function isRefusal(error: GraphQLError): boolean {
  return unwrapResolverError(error) instanceof ApiError || isOfValue(error);
}

/** GraphQL itself finds out in the middle of execution that a schema has no mutations, and then calls it a defect. */
const queriesOnly: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ operation }) {
        const kind = operation?.operation ?? 'query';
        if (kind === 'query') return Promise.resolve();
        throw new GraphQLError(notHere(kind), {
          extensions: { code: ApolloServerErrorCode.BAD_REQUEST, http: { status: 400 } },
        });
      },
    }),
};

function notHere(kind: string): string {
  return kind === 'subscription'
    ? 'Subscriptions are answered as server-sent events at /graphql/stream, and nowhere else.'
    : `This API is read-only: it has queries, and no ${kind}.`;
}

/**
 * An argument that is refused makes a request error wherever it stands, as if it had been found before execution:
 * 400, and no part of the data, which a client could take for the whole.
 */
const refusedRequestsAreWhole: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response: { body, http }, errors }) {
        if (errors?.some(isRefusal) && body.kind === 'single') {
          delete body.singleResult.data;
          http.status = 400;
        }
        return Promise.resolve();
      },
    }),
};

/** Requests that could be read as GraphQL, and say something that this API cannot answer. */
const REQUEST_ERRORS: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.BAD_REQUEST,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
]);

/**
 * GraphQL over HTTP, 6.4.1 (`application/json`): a server SHOULD answer 200 to a well-formed request, also where the
 * document does not parse or validate, since a client cannot tell such a 400 from a gateway's. Apollo answers 400.
 */
const wellFormedRequestsAreOk: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response: { http }, request, errors }) {
        const accept = request.http?.headers.get('accept') ?? '';
        const isLegacy = !accept.includes('application/graphql-response+json');
        const isQuestion = typeof request.query === 'string' && request.query !== '';
        const isRefused = errors?.every(
          (error) => REQUEST_ERRORS.has(error.extensions.code) || isRefusal(error),
        );
        if (isLegacy && isQuestion && http.status === 400 && isRefused) http.status = 200;
        return Promise.resolve();
      },
    }),
};
