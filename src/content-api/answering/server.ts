import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Defects } from './defects';
import { Documents } from './documents';
import { formatErrors } from './error-format';
import type { AnsweringContext } from './exchange';
import { LIMITS } from './limits/limits';
import type { PersistedQueries } from './persisted-queries';
import { watching } from './watching';

const MOST_ERRORS = 5;

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  readonly persistedQueries: PersistedQueries;
  readonly defects: Defects;
  /** Ours, which admit and answer operations. */
  readonly own: ApolloServerPlugin<AnsweringContext>;
  /** Somebody else's. */
  readonly plugins: readonly ApolloServerPlugin<AnsweringContext>[];
}

/** Apollo Server, less the HTTP: `http/` translates that, and streams and commands have none. */
export function graphqlServer(options: ServerOptions): ApolloServer<AnsweringContext> {
  const { schema, persistedQueries, defects, own, plugins } = options;
  return new ApolloServer<AnsweringContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    documentStore: new Documents(),
    parseOptions: { maxTokens: LIMITS.tokens },
    // Who has to read them reads no more; each takes its time to be placed.
    validationOptions: { maxErrors: MOST_ERRORS },
    persistedQueries: { cache: persistedQueries, ttl: null },
    stopOnTerminationSignals: false,
    // What it would say of a failure reaches `defects` whole.
    logger: { debug: unheard, info: unheard, warn: unheard, error: unheard },
    formatError: formatErrors(defects),
    plugins: [
      // Apollo's page would load from Apollo's servers; the explorer is ours.
      ApolloServerPluginLandingPageDisabled(),
      // It would watch each field of each question. What caches may do is said in `http/`.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ...plugins.map(watching),
      own,
    ],
  });
}

function unheard(): void {
  // On purpose.
}
