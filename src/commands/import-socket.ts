import { chmod, rm } from 'node:fs/promises';
import { createServer, request, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { commandFailureOf } from './boot';
import { CommandFailure } from './command-failure';
import type { ImportReport } from './imported-file';

/** A socket in the data folder: only who runs the hub may write to it, and nothing of it can be reached from elsewhere. */
const socketOf = (dataFolder: string) => path.join(dataFolder, 'import.sock');

const asked = z.object({ file: z.string() });
const answered: z.ZodType<ImportReport> = z.discriminatedUnion('exitCode', [
  z.object({ exitCode: z.literal(0), output: z.string() }),
  z.object({ exitCode: z.literal(1), errors: z.array(z.string()) }),
]);

/**
 * Takes the imports that are handed to this process, one after the other, for as long as it lives.
 *
 * @param load loads a file, which is named by its whole path, unless it is told to give up.
 * @throws what keeps this folder from holding a socket: its file system, or a path of more than some 100 characters.
 */
export async function takeImports(
  dataFolder: string,
  load: (file: string, signal: AbortSignal) => Promise<ImportReport>,
): Promise<void> {
  const socket = socketOf(dataFolder);
  // What a process left that was killed. Nobody else listens: the database has been claimed.
  await rm(socket, { force: true });
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer((incoming, outgoing) => {
    // Whoever breaks the command off does not want the rest of it.
    const left = new AbortController();
    outgoing.once('close', () => left.abort());
    const report = last.then(async () => {
      const { file } = asked.parse(await json(incoming));
      left.signal.throwIfAborted();
      return load(file, left.signal);
    });
    last = report.catch(() => undefined);
    report.catch(failed).then((told) => outgoing.end(JSON.stringify(told)), console.error);
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(socket, resolve);
  });
  await chmod(socket, 0o600);
  server.unref();
}

function failed(thrown: unknown): ImportReport {
  const error = commandFailureOf(thrown);
  if (error instanceof CommandFailure)
    return { exitCode: 1, errors: [`${error.code}: ${error.message}`, error.whatToDo] };
  console.error(error);
  const told = 'IMPORT_FAILED: The hub that is running could not load it; its log says why.';
  return { exitCode: 1, errors: [`${told} Nothing was changed.`] };
}

/** Has the hub that serves from this folder load a file. Null where none takes imports. */
export async function handImport(dataFolder: string, file: string): Promise<ImportReport | null> {
  const asking = request({ socketPath: socketOf(dataFolder), method: 'POST' });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    asking.once('response', resolve).once('error', reject);
  });
  asking.end(JSON.stringify({ file }));
  try {
    return answered.parse(await json(await response));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return null;
    throw new CommandFailure(
      'IMPORT_UNKNOWN',
      'The hub that is running ended before it said what came of the import.',
      'Look in the panel whether the documents are there, before you run the command again.',
      { cause: error },
    );
  }
}
