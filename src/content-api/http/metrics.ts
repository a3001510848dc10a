import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { RememberedAnswers } from '../answers/remembered-answers';
import type { Caller } from '../caller';
import type { Follower } from '../follower';
import type { Deprecation } from '../graphql/deprecation';
import type { Keyring } from '../keys/keyring';
import type { LiveStreams } from '../live/live-streams';

/** Seconds; most answers take less than a millisecond. */
const DURATIONS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** Counts answers of `/graphql` that the framework did not send. */
export interface RequestMetrics {
  sent(status: number, seconds: number): void;
  /** Counts a call to the CDN. */
  purged(outcome: 'succeeded' | 'failed'): void;
  usedDeprecated(caller: Caller, deprecation: Deprecation): void;
}

/**
 * `/metrics` for Prometheus: what the process does, by route and status. Nothing of who asked or what for is kept:
 * that somebody reads about a treatment is not ours to store.
 */
export function metricsRoutes(
  app: FastifyInstance,
  follower: Follower,
  answers: RememberedAnswers,
  { keyring, streams }: { readonly keyring: Keyring; readonly streams: LiveStreams },
): RequestMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'content_api_requests_total',
    help: 'Requests answered, by route and HTTP status.',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'content_api_request_duration_seconds',
    help: 'Time from the request being read to its answer being sent.',
    labelNames: ['route'],
    buckets: DURATIONS,
    registers: [registry],
  });
  const deprecated = new Counter({
    name: 'content_api_deprecated_uses_total',
    help: 'Answers to operations that use what is deprecated, by the name of the key that asked.',
    labelNames: ['caller', 'use'],
    registers: [registry],
  });
  gauge(
    registry,
    'content_api_remembered_answers',
    'Answers that are kept to be sent again.',
    () => answers.count,
  );
  gauge(registry, 'content_api_remembered_bytes', 'Memory that they take.', () => answers.bytes);
  gauge(registry, 'content_api_streams', 'Event streams open now.', () => streams.size);
  gauge(
    registry,
    'content_api_edition_sequence',
    'Sequence of the edition that is served; 0 before the first.',
    () => Number(follower.status().edition?.sequence ?? 0),
  );
  gauge(
    registry,
    'content_api_documents',
    'Public documents.',
    () => follower.status().edition?.documentCount ?? 0,
  );
  gauge(
    registry,
    'content_api_log_behind',
    'Entries of the log that are not served yet.',
    () => follower.status().behind,
  );
  gauge(
    registry,
    'content_api_log_lag_seconds',
    'Seconds since the log was last read.',
    () => follower.status().lagSeconds ?? -1,
  );

  gauge(registry, 'content_api_keys', 'Keys that are not revoked.', () => keyring.status().count);
  gauge(
    registry,
    'content_api_keys_lag_seconds',
    'Seconds since the keys were last read; -1 before the first time.',
    () => keyring.status().lagSeconds ?? -1,
  );

  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.inc({ route, status: reply.statusCode });
    durations.observe({ route }, reply.elapsedTime / 1_000);
    done();
  });
  app.get('/metrics', async (_request, reply) =>
    reply
      .header('Content-Type', registry.contentType)
      .header('Cache-Control', 'no-store')
      .send(await registry.metrics()),
  );

  const purges = new Counter({
    name: 'content_api_cdn_purges_total',
    help: 'Calls that told the CDN what to drop, by outcome.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const graphqlDuration = durations.labels({ route: '/graphql' });
  const graphqlRequests = new Map<number, { inc(): void }>();
  return {
    usedDeprecated({ name }, { uses }) {
      for (const use of uses) deprecated.inc({ caller: name, use });
    },
    sent(status, seconds) {
      let counter = graphqlRequests.get(status);
      if (!counter) {
        counter = requests.labels({ route: '/graphql', status });
        graphqlRequests.set(status, counter);
      }
      counter.inc();
      graphqlDuration.observe(seconds);
    },
    purged: (outcome) => purges.inc({ outcome }),
  };
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
