import { chmod, rm } from 'node:fs/promises';
import { createServer, request, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { commandFailureOf } from './boot';
import { CommandFailure } from './command-failure';
import type { ImportReport } from './imported-file';

/** A socket's path has 108 bytes on Linux and 104 elsewhere. Some Nodes cut a longer one off, and listen there. */
const LONGEST_PATH_BYTES = 100;
/** For who asks to name the file. */
const ASKING_MILLISECONDS = 5_000;

const asked = z.object({ file: z.string() });
const answered: z.ZodType<ImportReport> = z.discriminatedUnion('exitCode', [
  z.object({ exitCode: z.literal(0), output: z.string() }),
  z.object({ exitCode: z.literal(1), errors: z.array(z.string()) }),
]);

/** In the data folder: only who runs the hub may write to it. Null where the path is too long for a socket. */
function socketOf(dataFolder: string): string | null {
  const socket = path.join(dataFolder, 'import.sock');
  return Buffer.byteLength(socket) <= LONGEST_PATH_BYTES ? socket : null;
}

/**
 * Takes the imports that are handed to this process, one after the other, until it is told to end: what is being loaded
 * then is given up.
 *
 * @param load loads a file, which is named by its whole path, unless it is told to give up.
 * @throws what keeps this folder from holding a socket: its file system, or a long path.
 */
export async function takeImports(
  dataFolder: string,
  load: (file: string, signal: AbortSignal) => Promise<ImportReport>,
): Promise<void> {
  const socket = socketOf(dataFolder);
  if (socket === null) throw new Error(`The path of ${dataFolder} is too long for a socket.`);
  // What a process left that was killed. Nobody else listens: the database has been claimed.
  await rm(socket, { force: true });
  const ending = new AbortController();
  // At these Strapi closes; HUP ends the process at once, which whoever listened for it would prevent.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ending.abort());

  let last: Promise<unknown> = Promise.resolve();
  const server = createServer((incoming, outgoing) => {
    // Whoever breaks the command off does not want the rest of it.
    const left = new AbortController();
    outgoing.once('close', () => left.abort());
    const signal = AbortSignal.any([left.signal, ending.signal]);
    const loaded = async (): Promise<ImportReport> => {
      const { file } = asked.parse(await json(incoming));
      const turn = last.then(() => {
        signal.throwIfAborted();
        return load(file, signal);
      });
      last = turn.catch(() => undefined);
      return turn;
    };
    const told = loaded().catch((error: unknown) => failed(error, ending.signal));
    told.then((report) => outgoing.end(JSON.stringify(report)), console.error);
  });
  server.requestTimeout = ASKING_MILLISECONDS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(socket, resolve);
  });
  server.unref();
  await chmod(socket, 0o600);
}

function failed(thrown: unknown, ending: AbortSignal): ImportReport {
  if (ending.aborted) {
    const told = 'IMPORT_STOPPED: The hub was told to stop meanwhile. Nothing was changed.';
    return { exitCode: 1, errors: [told, 'Run the command again.'] };
  }
  const error = commandFailureOf(thrown);
  if (error instanceof CommandFailure)
    return { exitCode: 1, errors: [`${error.code}: ${error.message}`, error.whatToDo] };
  console.error(error);
  const told = 'IMPORT_FAILED: The hub that is running could not load it; its log says why.';
  return { exitCode: 1, errors: [`${told} Nothing was changed.`] };
}

/**
 * Has the hub that serves from this folder load a file. Null where none takes imports.
 *
 * @throws CommandFailure `IMPORT_FORBIDDEN`, `IMPORT_UNKNOWN`.
 */
export async function handImport(dataFolder: string, file: string): Promise<ImportReport | null> {
  const socket = socketOf(dataFolder);
  if (socket === null) return null;
  const asking = request({ socketPath: socket, method: 'POST' });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    asking.once('response', resolve).once('error', reject);
  });
  asking.end(JSON.stringify({ file }));
  try {
    return answered.parse(await json(await response));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'EINVAL') return null;
    if (code === 'EACCES' || code === 'EPERM') throw forbidden(error);
    throw new CommandFailure(
      'IMPORT_UNKNOWN',
      'The hub that is running ended before it said what came of the import.',
      'Look in the panel whether the documents are there, before you run the command again.',
      { cause: error },
    );
  }
}

function forbidden(cause: unknown): CommandFailure {
  return new CommandFailure(
    'IMPORT_FORBIDDEN',
    'Another user runs the hub that serves from here. Nothing was handed to it.',
    'Run the command as that user.',
    { cause },
  );
}
