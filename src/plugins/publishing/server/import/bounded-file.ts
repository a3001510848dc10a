import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

const MEGABYTE = 1024 * 1024;
/** Far more than any practice writes or shows. A file without an end would take all the memory of a hub that serves. */
const MOST_BYTES = 64 * MEGABYTE;

/**
 * Reads a file whole.
 *
 * @throws Error where it is none (a folder, a pipe, a device), or larger.
 */
export async function readBounded(file: string): Promise<Buffer> {
  // A pipe is waited for until somebody writes into it, unless it is opened so.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('it is no file. Write it into one.');
    if (stats.size > MOST_BYTES) throw new Error(`it has more than ${MOST_BYTES / MEGABYTE} MB.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
