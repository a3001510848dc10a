import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { RememberedAnswers } from '../answering/remembered-answers';
import type { Caller } from '../access/caller';
import type { Follower } from '../log/follower';
import type { Deprecation } from '../answering/deprecation';
import type { Keyring } from '../access/keyring';
import type { Road } from '../answering/road';
import type { IsOperator } from '../access/operator';
import type { LiveStreams } from '../live/live-streams';
import { RequestDurations } from './request-durations';

const GRAPHQL = '/graphql';

/** What there is to tell of, besides answers and the log. */
interface Served {
  readonly keyring: Keyring;
  readonly streams: LiveStreams;
  readonly road: Pick<Road, 'defects' | 'executedByServer'>;
  readonly isOperator: IsOperator;
}

/** Counts answers of `/graphql` that the framework did not send. */
export interface RequestMetrics {
  sent(status: number, seconds: number): void;
  /** Counts a call to the CDN. */
  purged(outcome: 'succeeded' | 'failed'): void;
  usedDeprecated(caller: Caller, deprecation: Deprecation): void;
}

/**
 * `/metrics` for Prometheus: what the process does, by route and status. Nothing of who asked or what for is kept:
 * that somebody reads about a treatment is not ours to store. A stranger is told states; how the process itself fares,
 * and whose keys there are, is told to who runs it.
 */
export function metricsRoutes(
  app: FastifyInstance,
  follower: Follower,
  answers: RememberedAnswers,
  { keyring, streams, road, isOperator }: Served,
): RequestMetrics {
  const registry = new Registry();
  /** What no stranger is told: Node's version, how near the process is to its limits, names of keys. */
  const inside = new Registry();
  collectDefaultMetrics({ register: inside });
  /** By status, since somebody last looked: labels are looked up then, and not for each answer. */
  const graphqlAnswers = new Map<number, number>();
  const requests = new Counter({
    name: 'content_api_requests_total',
    help: 'Requests answered, by route and HTTP status.',
    labelNames: ['route', 'status'],
    registers: [registry],
    collect() {
      for (const [status, count] of graphqlAnswers) this.inc({ route: GRAPHQL, status }, count);
      graphqlAnswers.clear();
    },
  });
  const durations = new RequestDurations(
    'content_api_request_duration_seconds',
    'Time from the request being read to its answer being sent.',
  );
  registry.registerMetric(durations);
  const deprecated = new Counter({
    name: 'content_api_deprecated_uses_total',
    help: 'Answers to operations that use what is deprecated, by the name of the key that asked.',
    labelNames: ['caller', 'use'],
    registers: [inside],
  });
  gauge(
    registry,
    'content_api_remembered_answers',
    'Answers that are kept to be sent again.',
    () => answers.count,
  );
  gauge(registry, 'content_api_remembered_bytes', 'Memory that they take.', () => answers.bytes);
  gauge(
    registry,
    'content_api_defects',
    'Questions that failed on our side since the start; each is logged.',
    () => road.defects.count,
  );
  gauge(
    registry,
    'content_api_executed_by_server',
    'Operations since the start that did not compile, or that a plugin watched field by field.',
    () => road.executedByServer,
  );
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

  gauge(inside, 'content_api_keys', 'Keys that are not revoked.', () => keyring.status().count);
  gauge(
    registry,
    'content_api_keys_lag_seconds',
    'Seconds since the keys were last read; -1 before the first time.',
    () => keyring.status().lagSeconds ?? -1,
  );

  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.inc({ route, status: reply.statusCode });
    durations.count(route, reply.elapsedTime / 1_000);
    done();
  });
  app.get('/metrics', async (request, reply) => {
    const shown = isOperator(request.raw) ? [registry, inside] : [registry];
    const texts = await Promise.all(shown.map((each) => each.metrics()));
    return reply
      .header('Content-Type', registry.contentType)
      .header('Cache-Control', 'no-store')
      .send(texts.join(''));
  });

  const purges = new Counter({
    name: 'content_api_cdn_purges_total',
    help: 'Calls that told the CDN what to drop, by outcome.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return {
    usedDeprecated({ name }, { uses }) {
      for (const use of uses) deprecated.inc({ caller: name, use });
    },
    sent(status, seconds) {
      graphqlAnswers.set(status, (graphqlAnswers.get(status) ?? 0) + 1);
      durations.count(GRAPHQL, seconds);
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
