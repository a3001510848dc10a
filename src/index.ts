import type { Core } from '@strapi/strapi';
import { pino } from 'pino';
import { createContentApi, ownsPath, type ContentApi } from './content-api/app';
import { follow } from './content-api/log-follower';
import { logReader, systemScheduler } from './content-api/log-reader';
import { currentEnvironment } from './environment';
import { openMediaStore } from './publications/media-store';

/** Puts the content API in front of Strapi, on the same port. It reads the publication log as every other reader does. */
function contentApiInStrapi() {
  let api: ContentApi | null = null;
  return {
    register({ strapi }: { strapi: Core.Strapi }) {
      // Here, ahead of Strapi's own middlewares, which cost near a millisecond and are not needed for an answer.
      strapi.server.use(async (context, next) => {
        if (!api || !ownsPath(context.path)) {
          await next();
          return;
        }
        context.respond = false;
        // Koa begins every response as a 404.
        context.res.statusCode = 200;
        api.fastify.routing(context.req, context.res);
      });
    },

    async bootstrap() {
      const environment = currentEnvironment();
      // Through Node's stream, which a command that boots Strapi turns away from its own output.
      const log = pino({ level: environment.logLevel, base: null }, process.stdout);
      const reader = logReader(environment.database, log);
      api = await createContentApi({
        follower: follow({ reader, log, scheduler: systemScheduler }),
        mediaStore: openMediaStore(environment.mediaStore),
        publicUrl: environment.publicUrl,
        isAnonymousAllowed: environment.contentApiAnonymous,
        log,
      });
    },

    async destroy() {
      await api?.close();
    },
  };
}

export default contentApiInStrapi();
