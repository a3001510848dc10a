import { pino, type Logger } from 'pino';
import {
  CONTENT_API_PORT,
  readEnvironment,
  type DatabaseSetting,
  type Environment,
} from '../environment';
import { draftReader } from '../drafts/reader';
import { installationReader } from '../installation/reader';
import { keyReader } from '../keys/reader';
import { operationReader } from '../operations/reader';
import { openMediaStore } from '../publications/media-store';
import type { LogReader } from '../publications/reader';
import { createContentApi, type ContentApi } from './app';
import { follow } from './log/log-follower';
import { logReader, systemScheduler } from './log/log-reader';
import { ToldPublicUrl } from './public-url';
import { tableReader } from './table-reader';
import { cannotListen, explainFailure, unreadableDatabase } from './start-failure';

/** The content API as a process of its own: reads the publication log, and neither writes it nor needs Strapi. */
async function main(): Promise<void> {
  const environment = readEnvironment(process.env, process.cwd(), {
    port: CONTENT_API_PORT,
    isToldPublicUrl: true,
  });
  const log = pino({ level: environment.logLevel, base: null });
  const tables = tableReader(environment.database);
  const api = await createContentApi({
    follower: follow({
      reader: openReader(environment.database, log),
      log,
      scheduler: systemScheduler,
    }),
    keyReader: keyReader(tables),
    draftReader: draftReader(tables),
    operationReader: operationReader(tables),
    mediaStore: openMediaStore(environment.mediaStore),
    renditionFolder: environment.renditionFolder,
    publicUrl: new ToldPublicUrl({
      reader: installationReader(tables),
      scheduler: systemScheduler,
      log,
      given: environment.publicUrlIsGiven ? environment.publicUrl : null,
      guess: environment.isLoopback ? environment.publicUrl : null,
    }),
    isAnonymousAllowed: environment.contentApiAnonymous,
    queryCostLimit: environment.queryCostLimit,
    isRegisteredOnly: environment.registeredOnly,
    rateLimit: environment.rateLimit,
    streamLimits: environment.streamLimits,
    trustedProxies: environment.trustedProxies,
    operatorToken: environment.operatorToken,
    cacheTagHeader: environment.cacheTagHeader,
    hasCdn: environment.hasCdn,
    log,
  });
  await listen(api, environment);

  const stop = () => void api.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function openReader(database: DatabaseSetting, log: Logger): LogReader {
  try {
    return logReader(database, log);
  } catch (cause) {
    throw unreadableDatabase(database, cause);
  }
}

async function listen(api: ContentApi, environment: Environment): Promise<void> {
  try {
    await api.fastify.listen({ host: environment.host, port: environment.port });
  } catch (cause) {
    throw cannotListen(environment, cause);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
});
