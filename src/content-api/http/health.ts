import type { FastifyInstance } from 'fastify';
import { RELEASE } from '../../release';
import { ApiError } from '../errors';
import type { Follower } from '../log/follower';
import type { Keyring } from '../access/keyring';
import type { IsOperator } from '../access/operator';
import type { PublicUrl } from '../public-url';

/** How long a catalogue takes to load, roughly. */
export const RETRY_AFTER_SECONDS = 1;

export interface HealthRouteOptions {
  readonly follower: Follower;
  readonly publicUrl: PublicUrl;
  readonly keyring: Keyring;
  readonly isOperator: IsOperator;
  /** Why the database does not take what is written; null while it does, and where this process writes nothing. */
  readonly refusedWriting: () => RefusedWriting | null;
}

/** What is told of writing that is refused: a stable code, and since when. */
export interface RefusedWriting {
  readonly failure: { readonly code: string };
  readonly since: string;
}

/** What a stranger is told of why something cannot be read: a database's own words can name hosts, people and tables. */
export type ToldProblem =
  'DATABASE_AWAY' | 'LOG_UNREADABLE' | 'PUBLIC_URL_UNKNOWN' | 'RELEASE_OUTDATED';

/**
 * `/healthz`: this process is alive. `/readyz`: it can answer, and how far its catalogue is behind the log, and its keys
 * behind the table. It is not ready before the catalogue is loaded and the public URL known, nor where the log holds an entry that this release
 * cannot read: it goes on answering what it has, and whoever shares out requests should prefer others. With a database
 * that is away it is ready, since reading goes on; so it is without keys: most who ask have none. Why something is
 * amiss, in the words in which it was found, and how many keys there are, is told to who runs the process.
 */
export function healthRoutes(app: FastifyInstance, options: HealthRouteOptions): void {
  const { follower, publicUrl, keyring, isOperator, refusedWriting } = options;
  app.get('/healthz', (_request, reply) =>
    reply.header('Cache-Control', 'no-store').send({ status: 'alive' }),
  );

  app.get('/readyz', (request, reply) => {
    const { state, edition, lagSeconds, behind, problem, neededRelease } = follower.status();
    const keys = keyring.status();
    const isTold = isOperator(request.raw);
    const refused = refusedWriting();
    const isLoaded = edition !== null && publicUrl.current !== null;
    const isReady = isLoaded && state !== 'outdated' && state !== 'stuck';
    return reply
      .status(isReady ? 200 : 503)
      .header('Cache-Control', 'no-store')
      .send({
        ...(isReady ? {} : { code: notReady().code }),
        state,
        release: RELEASE,
        neededRelease,
        edition: edition?.id ?? null,
        sequence: edition?.sequence ?? null,
        documentCount: edition?.documentCount ?? null,
        lagSeconds,
        behind,
        writing: refused && { code: refused.failure.code, since: refused.since },
        problem: isTold
          ? (problem ?? publicUrl.problem)
          : (toldOf(problem, state) ?? (publicUrl.problem && 'PUBLIC_URL_UNKNOWN')),
        keys: isTold
          ? keys
          : {
              state: keys.state,
              lagSeconds: keys.lagSeconds,
              problem: toldOf(keys.problem, keys.state),
            },
      });
  });
}

function toldOf(problem: string | null, state: string): ToldProblem | null {
  if (problem === null) return null;
  if (state === 'outdated') return 'RELEASE_OUTDATED';
  return state === 'stuck' ? 'LOG_UNREADABLE' : 'DATABASE_AWAY';
}

/** The refusal of a question that comes before the catalogue is loaded. */
export function notReady(): ApiError {
  return new ApiError('NOT_READY', {
    where: 'This process',
    what: 'It has not loaded everything yet that answers need.',
    remedy: 'Ask again in a few seconds; /readyz tells how far it is.',
  });
}
