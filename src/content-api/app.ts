// First: type-graphql's decorators run as their files are loaded, and want it.
import 'reflect-metadata';
import cors from '@fastify/cors';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { createServer } from 'node:http';
import type { DraftReader } from '../drafts/reader';
import type { KeyReader } from '../keys/reader';
import type { OperationReader } from '../operations/reader';
import { openMediaStore, type MediaStore } from '../publications/media-store';
import { RememberedAnswers } from './answering/remembered-answers';
import { tagStyleOf } from './catalogue/reads/cache-tags';
import { stepBetween } from './catalogue/reads/step-between';
import { Witness } from './catalogue/reads/witness';
import { anonymous } from './access/caller';
import { DEFAULT_QUERY_COST_LIMIT, rightsOf } from './access/rights';
import type { Purge } from './cdn/http-purge';
import { Purges } from './cdn/purges';
import type { Catalogue } from './catalogue/catalogue';
import { richTextRenderer } from './catalogue/rich-text/renderer';
import { DraftOverlay } from './drafts/draft-overlay';
import { ApiError } from './errors';
import type { Follower, Scheduler } from './log/follower';
import { RegisteredOperations } from './answering/registered-operations';
import type { Site } from './graphql/reading';
import { Readings } from './graphql/readings';
import { contentSchema } from './graphql/schema';
import { sdlOf } from './graphql/sdl';
import { Road, type RoadOptions } from './answering/road';
import {
  ENTRANCE_OPTIONS,
  entrance,
  KEEP_ALIVE_MILLISECONDS,
  originForm,
  passExpectations,
} from './http/entrance';
import { EXPOSED_HEADERS, VARY } from './http/answer-headers';
import { explorer } from './http/explorer';
import { graphqlHandler, type Handler } from './http/graphql';
import { GraphqlResponses } from './http/graphql-responses';
import { healthRoutes, type RefusedWriting } from './http/health';
import { mediaRoutes } from './http/media';
import { metricsRoutes } from './http/metrics';
import { sendProblem } from './http/problem';
import { REFERENCE_POLICY, referencePage } from './http/reference';
import { refusalOf } from './http/refusal';
import { SAFE_HEADERS } from './http/safe-headers';
import { streamRoute } from './http/stream';
import { refuseUnreadable } from './http/unreadable';
import { Keyring } from './access/keyring';
import { clientAddress } from './access/client-address';
import { operatorCheck } from './access/operator';
import { Rates } from './access/rates';
import type { PublicUrl } from './public-url';
import { Renditions } from './renditions/renditions';
import { defaultStreamLimits, LiveStreams, type StreamLimits } from './live/live-streams';
import { systemScheduler } from './log/log-reader';

const KILOBYTE = 1024;
/** A question that does not fit is none that a person wrote. */
const LONGEST_BODY_BYTES = 256 * KILOBYTE;
/** Whoever takes nothing for so long is gone, and would keep the process from stopping. */
const LONGEST_STALL_MILLISECONDS = 5_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** The edition that answers this request, from its first byte to its last; null before the log is loaded. */
    catalogue: Catalogue | null;
  }
}

export interface ContentApiOptions {
  readonly follower: Follower;
  readonly keyReader: KeyReader;
  readonly draftReader: DraftReader;
  readonly operationReader: OperationReader;
  readonly mediaStore: MediaStore;
  /** Where smaller copies of pictures are kept: an absolute folder of this machine's own, which may be emptied. */
  readonly renditionFolder: string;
  /** Default the content schema as it is. */
  readonly schema?: GraphQLSchema;
  /** The origin under which readers reach this API. */
  readonly publicUrl: PublicUrl;
  /** Whether requests without a key are answered. */
  readonly isAnonymousAllowed: boolean;
  readonly log: FastifyBaseLogger;
  /** What an operation without a key may cost. */
  readonly queryCostLimit?: number;
  /** Whether only registered operations are answered, whoever asks; a key can ask it for itself. */
  readonly isRegisteredOnly?: boolean;
  /** Requests a minute and address, of those who send no key; 0 for any number, which is the default. */
  readonly rateLimit?: number;
  /** Of whom `X-Forwarded-For` is believed: addresses and networks. Default: of nobody. */
  readonly trustedProxies?: readonly string[];
  /** With what `/readyz` and `/metrics` are asked whole from another machine. Default: from none. */
  readonly operatorToken?: string | null;
  /** Why the database does not take what this process writes; null while it does. Default: it writes nothing. */
  readonly refusedWriting?: () => RefusedWriting | null;
  /** Milliseconds since the epoch. Default: the system's. */
  readonly now?: () => number;
  /** Under which name answers tell caches in front what they depend on. Default `Cache-Tag`. */
  readonly cacheTagHeader?: string;
  /** Whether a CDN in front reads them. Default: none, and all headers of an answer stay under 4 kB together. */
  readonly hasCdn?: boolean;
  /** Somebody else's plugins of Apollo Server. They see every question, but for those that are answered as before. */
  readonly plugins?: RoadOptions['plugins'];
  /** Tells the CDN what to drop; given to one process of an installation. */
  readonly purge?: Purge | null;
  /** Default 10,000 in all and 100 a client. */
  readonly streamLimits?: StreamLimits;
  /** How long a long answer waits for a reader who takes nothing of it. Default 5 seconds. */
  readonly longestStallMilliseconds?: number;
  /** Default the system's. */
  readonly scheduler?: Scheduler;
}

/** The content API, inside another server or alone. */
export interface ContentApi {
  readonly fastify: FastifyInstance;
  /** Answers a request of a server that is another's. */
  readonly handle: Handler;
  /** Stops answering and following. */
  close(): Promise<void>;
}

const OWN_PATHS: ReadonlySet<string> = new Set([
  '/graphql',
  '/graphql/stream',
  '/graphql/reference',
  '/schema.graphql',
  '/healthz',
  '/readyz',
  '/metrics',
]);

/** Whether an address, with its query, is the content API's to answer, where it shares a port with Strapi. */
export function ownsAddress(target: string): boolean {
  const url = originForm(target);
  if (url.startsWith('/graphql?') || url.startsWith('/media/')) return true;
  const end = url.indexOf('?');
  return OWN_PATHS.has(end === -1 ? url : url.slice(0, end));
}

/** The composition root: builds the content API from its parts, ready to answer or to listen. */
export async function createContentApi(options: ContentApiOptions): Promise<ContentApi> {
  const { follower, keyReader, mediaStore, renditionFolder, publicUrl, isAnonymousAllowed, log } =
    options;
  const { queryCostLimit = DEFAULT_QUERY_COST_LIMIT, rateLimit = 0, now = Date.now } = options;
  const { isRegisteredOnly = false } = options;
  const addressOf = clientAddress(options.trustedProxies ?? [], (proxy) =>
    log.warn(
      { proxy },
      'Requests come through a proxy that is not trusted, so that all behind it count as one client. ' +
        `If it is yours, set TRUSTED_PROXIES=${proxy}`,
    ),
  );
  const rates = new Rates({ now, addressOf });
  const { schema = contentSchema() } = options;
  const witness = new Witness();
  const readings = new Readings(siteAt(publicUrl.current), witness);
  const answers = new RememberedAnswers(stepBetween);
  publicUrl.onChange((url) => {
    readings.moveTo(siteAt(url));
    // Each of them may name a picture at the old one.
    answers.clear();
  });
  const served: Pick<Follower, 'catalogue' | 'at'> = {
    get catalogue() {
      return publicUrl.current === null ? null : follower.catalogue;
    },
    at: (sequence) => follower.at(sequence),
  };
  const keyring = new Keyring({
    reader: keyReader,
    scheduler: { ...systemScheduler, now },
    log,
    isAnonymousAllowed,
    anonymous: {
      ...anonymous,
      rateLimit,
      rights: rightsOf({ ...anonymous.rights, queryCostLimit, registeredOnly: isRegisteredOnly }),
    },
  });
  const registered = new RegisteredOperations({
    reader: options.operationReader,
    scheduler: systemScheduler,
    log,
  });
  const drafts = new DraftOverlay(options.draftReader, log);
  const { callerOf } = keyring;
  const { cacheTagHeader = 'Cache-Tag', plugins = [] } = options;
  const tagStyle = tagStyleOf(cacheTagHeader, options.hasCdn ?? false);
  const road = new Road({
    schema,
    readings,
    witness,
    answers,
    registered,
    log,
    tagStyle,
    plugins,
  });
  await road.start();
  const streams = new LiveStreams({
    schema,
    readings,
    road,
    follower,
    scheduler: options.scheduler ?? systemScheduler,
    limits: options.streamLimits ?? defaultStreamLimits,
  });

  const fastify = Fastify({
    serverFactory: () => {
      const own = createServer(ENTRANCE_OPTIONS, (request, response) => handle(request, response));
      own.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
      passExpectations(own);
      return own;
    },
    loggerInstance: log,
    // Who asks, and for what, is nobody's business; requests are counted, not written down.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LONGEST_BODY_BYTES,
    // A picture's name may be as long as a file system allows, and every byte of it take three in an address.
    routerOptions: { maxParamLength: 1024 },
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, refusalOf(error, log)),
    clientErrorHandler: refuseUnreadable,
    forceCloseConnections: 'idle',
  });
  fastify.decorateRequest('catalogue', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    request.catalogue = served.catalogue;
    if (request.catalogue) void reply.header('Content-Edition', request.catalogue.edition.id);
    void reply.header('Vary', VARY);
    done();
  });
  // No cookie is ever read here, so any site may ask; without credentials there is nothing to steal.
  await fastify.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: EXPOSED_HEADERS,
    // What asks for less than a browser does before it asks is told the same, and not refused in a form of its own.
    strictPreflight: false,
    maxAge: 86_400,
  });

  const isOperator = operatorCheck(options.operatorToken ?? null);
  const metrics = metricsRoutes(fastify, follower, answers, { keyring, streams, road, isOperator });
  const refusedWriting = options.refusedWriting ?? (() => null);
  healthRoutes(fastify, { follower, publicUrl, keyring, isOperator, refusedWriting });
  mediaRoutes(fastify, mediaStore, new Renditions(mediaStore, openMediaStore(renditionFolder)));
  streamRoute(fastify, { streams, keyring, rates, addressOf });
  const sdl = sdlOf(schema);
  fastify.get('/schema.graphql', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(sdl),
  );

  const reference = referencePage(schema);
  fastify.get('/graphql/reference', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('Content-Security-Policy', REFERENCE_POLICY)
      .send(reference),
  );

  fastify.setNotFoundHandler((_request, reply) => sendProblem(reply, unknownAddress()));
  fastify.setErrorHandler((error, _request, reply) => sendProblem(reply, refusalOf(error, log)));
  await fastify.ready();

  const framework: Handler = (request, response) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    fastify.routing(request, response);
  };
  const graphql = graphqlHandler({
    road,
    answers,
    responses: new GraphqlResponses({
      longestStallMilliseconds: options.longestStallMilliseconds ?? LONGEST_STALL_MILLISECONDS,
      cacheTagHeader,
      sent: (status, seconds) => metrics.sent(status, seconds),
      usedDeprecated: (caller, deprecation) => metrics.usedDeprecated(caller, deprecation),
    }),
    follower: served,
    drafts,
    callerOf,
    rates,
    now,
    longestBodyBytes: LONGEST_BODY_BYTES,
    explorer: explorer(log),
    framework,
  });
  const handle = entrance((request, response) => {
    const { url = '' } = request;
    if (url === '/graphql' || url.startsWith('/graphql?')) graphql(request, response);
    else framework(request, response);
  });

  const purges =
    options.purge &&
    new Purges({
      follower,
      purge: options.purge,
      scheduler: options.scheduler ?? systemScheduler,
      random: Math.random,
      log,
      called: (outcome) => metrics.purged(outcome),
    });

  return {
    fastify,
    handle,
    async close() {
      purges?.stop();
      streams.close();
      await fastify.close();
      await road.close();
      await follower.close();
      // At once: they share a connection, and who is told last would miss it.
      await Promise.all([keyring.close(), registered.close(), drafts.close(), publicUrl.close()]);
    },
  };
}

/** @param publicUrl null before it is known; nothing is answered until it is. */
function siteAt(publicUrl: string | null): Site {
  const origin = publicUrl ?? '';
  return { publicUrl: origin, richText: richTextRenderer(origin) };
}

function unknownAddress(): ApiError {
  return new ApiError('NOT_FOUND', {
    where: 'Address',
    what: 'There is nothing here.',
    remedy: 'The API is at /graphql, its schema at /schema.graphql.',
  });
}
