import { mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { MediaStore, StoredBytes } from './media-store';
import type { Sha256 } from './publication';

/**
 * Keeps pictures in a folder, fanned out twice (`ab/cd/abcd…`) so that no directory grows long. A reader sees a whole
 * file or none: bytes are written beside it, made durable, then renamed into place.
 */
export function folderMediaStore(folder: string): MediaStore {
  const placeOf = (sha256: Sha256) =>
    path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  async function has(sha256: Sha256): Promise<boolean> {
    return (await unlessAbsent(stat(placeOf(sha256)))) !== null;
  }

  return {
    has,

    async put(sha256, bytes) {
      if (await has(sha256)) return;
      const place = placeOf(sha256);
      const parent = path.dirname(place);
      await mkdir(parent, { recursive: true });
      // A directory of its own, since another process may be storing the same picture.
      const incoming = await mkdtemp(path.join(folder, 'incoming-'));
      try {
        const half = path.join(incoming, sha256);
        await writeDurably(half, bytes);
        await rename(half, place);
        for (const directory of [parent, path.dirname(parent), folder]) {
          await syncDirectory(directory);
        }
      } finally {
        await rm(incoming, { recursive: true, force: true });
      }
    },

    async open(sha256): Promise<StoredBytes | null> {
      const file = await unlessAbsent(open(placeOf(sha256)));
      if (file === null) return null;
      try {
        const { size } = await file.stat();
        return { stream: file.createReadStream(), size };
      } catch (error) {
        await file.close();
        throw error;
      }
    },
  };
}

async function writeDurably(place: string, bytes: Uint8Array): Promise<void> {
  const file = await open(place, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable only once its directory is. */
async function syncDirectory(place: string): Promise<void> {
  const directory = await open(place);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function unlessAbsent<Result>(pending: Promise<Result>): Promise<Result | null> {
  try {
    return await pending;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
