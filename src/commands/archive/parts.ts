import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type Dirent } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Part } from './manifest';

/**
 * Copies a folder into a backup, hashing on the way, so that what is described is what was copied. A file that is
 * deleted meanwhile is left out.
 *
 * @param prefix where the files go in the backup: `media`, `uploads`.
 * @param isPart whether a file, by its path within the folder, belongs into the backup.
 */
export async function copyFolder(
  source: string,
  staging: string,
  prefix: string,
  isPart: (file: string) => boolean,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const file of (await filesIn(source)).filter(isPart)) {
    const place = `${prefix}/${file}`;
    try {
      parts.push(await copyPart(path.join(source, file), staging, place));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return parts;
}

/** Copies one file into a backup. */
async function copyPart(source: string, staging: string, place: string): Promise<Part> {
  const target = path.join(staging, place);
  await mkdir(path.dirname(target), { recursive: true });
  const tally = new Tally();
  await pipeline(createReadStream(source), (bytes) => tally.over(bytes), createWriteStream(target));
  return tally.part(place);
}

/** Describes a file that lies in a backup already. */
export async function describePart(staging: string, place: string): Promise<Part> {
  const tally = new Tally();
  for await (const chunk of createReadStream(path.join(staging, place))) tally.add(chunk as Buffer);
  return tally.part(place);
}

/** Every file under a folder, by its path within it; none where there is no such folder. Links are not followed. */
export function filesIn(folder: string): Promise<string[]> {
  return entriesIn(folder, (entry) => entry.isFile());
}

/** Every symbolic link under a folder, told like its files. */
export function linksIn(folder: string): Promise<string[]> {
  return entriesIn(folder, (entry) => entry.isSymbolicLink());
}

async function entriesIn(folder: string, isWanted: (entry: Dirent) => boolean): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter(isWanted)
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Counts and hashes what passes. */
class Tally {
  #bytes = 0;
  readonly #hash = createHash('sha256');

  async *over(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of chunks) {
      this.add(chunk);
      yield chunk;
    }
  }

  add(chunk: Buffer): void {
    this.#bytes += chunk.length;
    this.#hash.update(chunk);
  }

  part(place: string): Part {
    return { path: place, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
