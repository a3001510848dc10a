import type { Core } from '@strapi/strapi';
import type { RequestListener, Server } from 'node:http';
import { pino } from 'pino';
import { startBuildHooks, type Post } from './content-api/build-hooks/build-hooks';
import { createContentApi, ownsAddress, type ContentApi } from './content-api/app';
import { httpPurge } from './content-api/cdn/http-purge';
import { entrance, KEEP_ALIVE_MILLISECONDS, passExpectations } from './content-api/http/entrance';
import { refuseUnreadable } from './content-api/http/unreadable';
import { follow } from './content-api/log/log-follower';
import { logReader, systemScheduler } from './content-api/log/log-reader';
import { fixedPublicUrl } from './content-api/public-url';
import { tableReader } from './content-api/table-reader';
import { checkLogRelease } from './commands/log-reader';
import { checkRestored } from './commands/unfinished-restore';
import { draftReader } from './drafts/reader';
import { currentEnvironment } from './environment';
import { keyReader } from './keys/reader';
import { operationReader } from './operations/reader';
import { databaseFailureOf } from './plugins/publishing/server/database/failure';
import type { Writing } from './plugins/publishing/server/database/writing';
import { openMediaStore } from './publications/media-store';

/**
 * Answers ahead of Strapi's whole stack of middlewares, which costs near a millisecond a request, and of Koa's context,
 * which costs more than sending an answer that is remembered.
 */
function answerAhead(server: Server, api: ContentApi): void {
  const strapiListeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  const answer = entrance((request, response) => {
    if (ownsAddress(request.url ?? '/')) api.handle(request, response);
    else for (const listener of strapiListeners) listener(request, response);
  });
  server.on('request', answer);
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
  server.on('clientError', refuseUnreadable);
  passExpectations(server);
}

/**
 * A connection that breaks may reject what nobody waits for: Strapi reads a document again once it is published, to tell
 * its listeners. That ends no process; whatever else nobody has foreseen does, as is Node's way.
 */
function outliveLostConnections(strapi: Core.Strapi): void {
  process.on('unhandledRejection', (reason) => {
    if (databaseFailureOf(reason) === null) throw reason;
    strapi.log.error(reason);
  });
}

const LONGEST_CALL_MILLISECONDS = 15_000;

/** Follows no redirect: what is signed for one address is not sent to another. */
const post: Post = async (url, headers, body) => {
  const signal = AbortSignal.timeout(LONGEST_CALL_MILLISECONDS);
  const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
  await answer.body?.cancel();
  return answer.status;
};

/** Puts the content API in front of Strapi, on the same port. It reads the publication log as every other reader does. */
function contentApiInStrapi() {
  let api: ContentApi | null = null;
  let stopBuildHooks: () => void = () => undefined;
  return {
    async register({ strapi }: { strapi: Core.Strapi }) {
      outliveLostConnections(strapi);
      // However Strapi was started, and before it makes the tables those of its own content types.
      await checkRestored(currentEnvironment());
      await checkLogRelease(currentEnvironment().database);
    },

    async bootstrap({ strapi }: { strapi: Core.Strapi }) {
      const environment = currentEnvironment();
      const writing: Writing = strapi.plugin('publishing').service('writing');
      // Through Node's stream, which a command that boots Strapi turns away from its own output.
      const log = pino({ level: environment.logLevel, base: null }, process.stdout);
      const reader = logReader(environment.database, log);
      const tables = tableReader(environment.database);
      const follower = follow({ reader, log, scheduler: systemScheduler });
      api = await createContentApi({
        follower,
        keyReader: keyReader(tables),
        draftReader: draftReader(tables),
        operationReader: operationReader(tables),
        mediaStore: openMediaStore(environment.mediaStore),
        renditionFolder: environment.renditionFolder,
        publicUrl: fixedPublicUrl(environment.publicUrl),
        isAnonymousAllowed: environment.contentApiAnonymous,
        queryCostLimit: environment.queryCostLimit,
        isRegisteredOnly: environment.registeredOnly,
        rateLimit: environment.rateLimit,
        streamLimits: environment.streamLimits,
        trustedProxies: environment.trustedProxies,
        operatorToken: environment.operatorToken,
        refusedWriting: () => writing.refused,
        cacheTagHeader: environment.cacheTagHeader,
        hasCdn: environment.hasCdn,
        // Here and in no other process, so that each publication is told once.
        purge: environment.cdn && httpPurge(environment.cdn, fetch),
        log,
      });
      answerAhead(strapi.server.httpServer, api);
      // Here and in no other process, so that each site is called once.
      if (environment.buildHooks) {
        stopBuildHooks = startBuildHooks({
          ...environment.buildHooks,
          follower,
          log,
          scheduler: systemScheduler,
          random: Math.random,
          post,
        });
      }
    },

    async destroy() {
      stopBuildHooks();
      await api?.close();
    },
  };
}

export default contentApiInStrapi();
