import type { Core } from '@strapi/strapi';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { createContentApi, ownsPath, type ContentApi } from './content-api/app';
import { keyReader } from './content-api/keys/key-reader';
import { follow } from './content-api/log-follower';
import { logReader, systemScheduler } from './content-api/log-reader';
import { currentEnvironment } from './environment';
import { openMediaStore } from './publications/media-store';

/**
 * Answers ahead of Strapi's whole stack of middlewares, which costs near a millisecond a request, and of Koa's context,
 * which costs more than sending an answer that is remembered.
 */
function answerAhead(server: Server, api: ContentApi): void {
  const strapiListeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (ownsPath(path)) api.handle(request, response);
    else for (const listener of strapiListeners) listener(request, response);
  });
}

/** Puts the content API in front of Strapi, on the same port. It reads the publication log as every other reader does. */
function contentApiInStrapi() {
  let api: ContentApi | null = null;
  return {
    async bootstrap({ strapi }: { strapi: Core.Strapi }) {
      const environment = currentEnvironment();
      // Through Node's stream, which a command that boots Strapi turns away from its own output.
      const log = pino({ level: environment.logLevel, base: null }, process.stdout);
      const reader = logReader(environment.database, log);
      api = await createContentApi({
        follower: follow({ reader, log, scheduler: systemScheduler }),
        keyReader: keyReader(environment.database),
        mediaStore: openMediaStore(environment.mediaStore),
        publicUrl: environment.publicUrl,
        isAnonymousAllowed: environment.contentApiAnonymous,
        queryCostLimit: environment.queryCostLimit,
        log,
      });
      answerAhead(strapi.server.httpServer, api);
    },

    async destroy() {
      await api?.close();
    },
  };
}

export default contentApiInStrapi();
