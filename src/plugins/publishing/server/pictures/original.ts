import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileInside } from '../../../../file-inside';
import type { Bucket } from '../../../../s3/bucket';
import { readFromBucket } from './bucket-original';
import { readRemote, type RemoteOriginals } from './remote-original';
import { UnreadablePicture } from './unreadable';
import { UPLOADS, uploadName } from './upload-name';

/** The bytes behind the addresses in rows of the media library. Every failure that can be meant is an UnreadablePicture. */
export interface Originals {
  /** Changes with the bytes, where that can be told without reading them. */
  stampOf(url: string): Promise<string>;
  /** @param signal gives up on what lies on a remote host. */
  read(url: string, signal: AbortSignal): Promise<Buffer>;
}

/** Where uploads lie, and may lie. */
export interface OriginalPlaces {
  /** Strapi's local upload provider keeps `/uploads/…` in it. */
  readonly publicFolder: string;
  /** Where they are looked for first; null where none is named. */
  readonly bucket: Bucket | null;
  /** Where another provider keeps them, and how long and how much is read there and in the bucket. */
  readonly remote: RemoteOriginals;
}

export function originals({ publicFolder, bucket, remote }: OriginalPlaces): Originals {
  return {
    async stampOf(url) {
      // Whatever replaces an upload changes its row.
      if (bucket || !url.startsWith(UPLOADS)) return '';
      const { mtimeMs, size } = await stat(await placeOf(url));
      return `${mtimeMs} ${size}`;
    },

    async read(url, signal) {
      const name = uploadName(url);
      const stored =
        bucket && name !== null ? await readFromBucket(bucket, name, remote, signal) : null;
      if (stored) return stored;
      if (url.startsWith(UPLOADS)) return readFile(await placeOf(url));
      if (URL.canParse(url)) return readRemote(url, remote, signal);
      throw new UnreadablePicture(OUTSIDE);
    },
  };

  async function placeOf(url: string): Promise<string> {
    const folder = path.join(publicFolder, UPLOADS);
    const place = await fileInside(folder, url.slice(UPLOADS.length)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new UnreadablePicture(
        'is lost: its file is no longer among the uploads. Replace it in the Media Library.',
        false,
        { cause: error },
      );
    });
    if (place === null) throw new UnreadablePicture(OUTSIDE);
    if (!(await stat(place)).isFile()) throw new UnreadablePicture(OUTSIDE);
    return place;
  }
}

const OUTSIDE =
  'does not lie among the uploads. Upload it in the Media Library, and choose that one.';
