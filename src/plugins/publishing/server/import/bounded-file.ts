import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

const MEGABYTE = 1024 * 1024;
/** Far more than any practice writes or shows. A file without an end would take all the memory of a hub that serves. */
export const LARGEST_TEXT = 64 * MEGABYTE;
export const LARGEST_PICTURE = 64 * MEGABYTE;

/**
 * Reads a file whole.
 *
 * @param most bytes.
 * @throws Error where it is none (a folder, a pipe, a device), or larger.
 */
export async function readBounded(file: string, most: number): Promise<Buffer> {
  // A pipe is waited for until somebody writes into it, unless it is opened so.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { size } = await fileOf(handle);
    if (size > most) throw new Error(`it has more than ${most / MEGABYTE} MB.`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function fileOf(handle: FileHandle): Promise<Stats> {
  const stats = await handle.stat();
  if (!stats.isFile()) throw new Error('it is no file. Write it into one.');
  return stats;
}
