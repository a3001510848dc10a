import { createStrapi, type Core } from '@strapi/strapi';
import path from 'node:path';
import type { RecordService } from '../plugins/publishing/server';

/**
 * Boots Strapi for one piece of work, without listening, and always ends it. Strapi speaks only of what goes wrong,
 * unless LOG_LEVEL asks for more, and on the error output: the other one belongs to the command.
 *
 * @param root the project's folder; the server must have been compiled.
 */
export async function withStrapi<Result>(
  root: string,
  work: (strapi: Core.Strapi) => Promise<Result>,
): Promise<Result> {
  process.env.LOG_LEVEL ||= 'warn';
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  const strapi = createStrapi({
    appDir: root,
    distDir: path.join(root, 'dist'),
    serveAdminPanel: false,
  });
  try {
    await strapi.load();
    return await work(strapi);
  } finally {
    await strapi.destroy();
    process.stdout.write = write;
  }
}

/** What the publishing plugin of a booted Strapi offers about the log. */
export function recordOf(strapi: Core.Strapi): RecordService {
  return strapi.plugin('publishing').service<RecordService>('record');
}
