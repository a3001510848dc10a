import type { FastifyInstance } from 'fastify';
import { ApiError } from '../errors';
import type { Follower } from '../log/follower';
import type { Keyring } from '../access/keyring';

/** How long a catalogue takes to load, roughly. */
export const RETRY_AFTER_SECONDS = 1;

/**
 * `/healthz`: this process is alive. `/readyz`: it can answer, and how far its catalogue is behind the log, and its keys
 * behind the table. Without keys it is ready all the same: most who ask have none.
 */
export function healthRoutes(app: FastifyInstance, follower: Follower, keyring: Keyring): void {
  app.get('/healthz', (_request, reply) =>
    reply.header('Cache-Control', 'no-store').send({ status: 'alive' }),
  );

  app.get('/readyz', (_request, reply) => {
    const { state, edition, lagSeconds, behind, problem } = follower.status();
    return reply
      .status(edition ? 200 : 503)
      .header('Cache-Control', 'no-store')
      .send({
        ...(edition ? {} : { code: notReady().code }),
        state,
        edition: edition?.id ?? null,
        sequence: edition?.sequence ?? null,
        documentCount: edition?.documentCount ?? null,
        lagSeconds,
        behind,
        problem,
        keys: keyring.status(),
      });
  });
}

/** The refusal of a question that comes before the catalogue is loaded. */
export function notReady(): ApiError {
  return new ApiError('NOT_READY', {
    where: 'This process',
    what: 'It has not loaded the publication log yet.',
    remedy: 'Ask again in a few seconds; /readyz tells how far it is.',
  });
}
