import { createStrapi, type Core } from '@strapi/strapi';
import path from 'node:path';
import type { RecordService } from '../plugins/publishing/server';
import { databaseFailureOf } from '../plugins/publishing/server/database/failure';
import { UploadsAway } from '../plugins/publishing/server/pictures/upload-provider';
import { CommandFailure } from './command-failure';

/**
 * Boots Strapi for one piece of work, without listening, and always ends it. Strapi speaks only of what goes wrong,
 * unless LOG_LEVEL asks for more, and on the error output: the other one belongs to the command.
 *
 * @param root the project's folder; the server must have been compiled.
 * @throws CommandFailure where the database did not take what was written, with the code of `DatabaseFailure`, and
 * `UPLOADS_AWAY` where the bucket of the uploads did not.
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
    const result = await work(strapi);
    await strapi.destroy();
    return result;
  } catch (error) {
    // What was never loaded cannot always be closed, and that is not what went wrong.
    await strapi.destroy().catch(() => undefined);
    throw commandFailureOf(error);
  } finally {
    process.stdout.write = write;
  }
}

/** A failure of the database, or of the bucket of uploads, as whoever typed a command is told it; any other error as it is. */
export function commandFailureOf(error: unknown): unknown {
  const failure = error instanceof UploadsAway ? error : databaseFailureOf(error);
  if (!failure) return error;
  const again = 'Then run the command again.';
  return new CommandFailure(failure.code, failure.message, again, { cause: error });
}

/** What the publishing plugin of a booted Strapi offers about the log. */
export function recordOf(strapi: Core.Strapi): RecordService {
  return strapi.plugin('publishing').service<RecordService>('record');
}
