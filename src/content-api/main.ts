import path from 'node:path';
import { pino } from 'pino';
import { CONTENT_API_PORT, EnvironmentError, readEnvironment } from '../environment';
import { openMediaStore } from '../publications/media-store';
import { createContentApi } from './app';
import { follow } from './log-follower';
import { logReader, systemScheduler } from './log-reader';

/** The content API as a process of its own: reads the publication log, and neither writes it nor needs Strapi. */
async function main(): Promise<void> {
  const folder = path.resolve(process.cwd());
  const environment = readEnvironment(process.env, folder, { port: CONTENT_API_PORT });
  const log = pino({ level: environment.logLevel, base: null });

  const follower = follow({
    reader: logReader(environment.database, log),
    log,
    scheduler: systemScheduler,
  });
  const api = await createContentApi({
    follower,
    mediaStore: openMediaStore(environment.mediaStore),
    publicUrl: environment.publicUrl,
    isAnonymousAllowed: environment.contentApiAnonymous,
    log,
  });
  const stop = () => void api.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await api.fastify.listen({ host: environment.host, port: environment.port });
}

/** One line that says what, where and what to do; the stack only where nobody foresaw the cause. */
function explain(error: unknown): string {
  if (error instanceof EnvironmentError) return `${error.code} ${error.message}`;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') {
    return `PORT_IN_USE Something else listens on port ${port}. Stop it, or set PORT to another one.`;
  }
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_NOTADB') {
    return `DATABASE_UNREADABLE ${(error as Error).message}. Start the hub once with "npm start", or check DATA_FOLDER.`;
  }
  return `START_FAILED ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
