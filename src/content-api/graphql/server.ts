import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { ApiError } from '../errors';
import type { RequestContext } from './context';

/** Where the server tells of defects; pino's logger fits. */
export interface DefectLog {
  error(details: object, message: string): void;
}

/** Requests that never ran: what they ask is wrong, not what was found. */
const REQUEST_ERRORS: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
]);

/** GraphQL over HTTP, less the HTTP: Apollo Server with the content schema. */
export function graphqlServer(schema: GraphQLSchema, log: DefectLog): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // It guards what a browser's cookies could do, and nothing here looks at cookies: any site may ask, as CORS says.
    csrfPrevention: false,
    // Its cache would keep whatever anyone sends; persisted operations come with bounds of their own.
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (message: unknown) => log.error({}, String(message)),
    },
    formatError: (formatted, error) => formatError(formatted, error, log),
    // Apollo's page would load from Apollo's servers; the explorer is ours.
    plugins: [ApolloServerPluginLandingPageDisabled(), wellFormedRequestsAreOk],
  });
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
  log.error({ err: original }, 'A query failed');
  return {
    message: 'Something went wrong on our side. It has been logged.',
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/**
 * GraphQL over HTTP, 6.4.1 (`application/json`): a server SHOULD answer 200 to a well-formed request, also where the
 * document does not parse or validate, since a client cannot tell such a 400 from a gateway's. Apollo answers 400.
 */
const wellFormedRequestsAreOk: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response, request, errors }) {
        const { http } = response;
        const accept = request.http?.headers.get('accept') ?? '';
        const isLegacy = !accept.includes('application/graphql-response+json');
        const hasOnlyRequestErrors = errors?.every((error) =>
          REQUEST_ERRORS.has(error.extensions?.code),
        );
        const isQuestion = typeof request.query === 'string' && request.query !== '';
        if (isLegacy && isQuestion && http.status === 400 && hasOnlyRequestErrors)
          http.status = 200;
        return Promise.resolve();
      },
    }),
};
