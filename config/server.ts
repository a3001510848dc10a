import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { ENTRANCE_OPTIONS } from '../src/content-api/http/entrance';
import { currentEnvironment } from '../src/environment';
import { currentSecrets } from '../src/secrets';

/** Strapi's logger knows other names for the two ends of the scale. */
const LOGGER_LEVELS = { trace: 'silly', silent: 'error' } as const;

export default (): Core.Config.Server => {
  const environment = currentEnvironment();
  const { logLevel, publicUrl } = environment;
  const isBehindProxy = environment.publicUrlIsGiven && publicUrl.startsWith('https:');

  // Strapi refuses to start without it.
  mkdirSync(path.join(environment.publicFolder, 'uploads'), { recursive: true });

  return {
    host: environment.host,
    port: environment.port,
    // Left out where nobody said it, so that the panel works under whatever name it is opened.
    ...(environment.publicUrlIsGiven && { url: publicUrl }),
    // This process speaks plain HTTP: an https address means that a proxy in front of it speaks for it.
    proxy: { koa: isBehindProxy },
    http: { serverOptions: ENTRANCE_OPTIONS },
    app: { keys: currentSecrets().APP_KEYS.split(',') },
    dirs: { public: environment.publicFolder },
    // Pushing a whole database in over HTTP would go round the publication log.
    transfer: { remote: { enabled: false } },
    logger: {
      updates: { enabled: false },
      startup: { enabled: true },
      config: {
        level: LOGGER_LEVELS[logLevel as keyof typeof LOGGER_LEVELS] ?? logLevel,
        silent: logLevel === 'silent',
      },
    },
  };
};
