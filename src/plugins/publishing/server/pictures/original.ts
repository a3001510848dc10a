import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileInside } from '../../../../file-inside';
import { readRemote, type RemoteOriginals } from './remote-original';
import { UnreadablePicture } from './unreadable';

/** The bytes behind the addresses in rows of the media library. Every failure that can be meant is an UnreadablePicture. */
export interface Originals {
  /** Changes with the bytes, where that can be told without reading them. */
  stampOf(url: string): Promise<string>;
  /** @param signal gives up on what lies on a remote host. */
  read(url: string, signal: AbortSignal): Promise<Buffer>;
}

/** What Strapi's local upload provider puts before a file's name. */
const LOCAL = '/uploads/';

/**
 * @param publicFolder where Strapi's local upload provider keeps `/uploads/…`.
 * @param remote where another provider keeps them.
 */
export function originals(publicFolder: string, remote: RemoteOriginals): Originals {
  return {
    async stampOf(url) {
      if (!url.startsWith(LOCAL)) return '';
      const { mtimeMs, size } = await stat(await placeOf(url));
      return `${mtimeMs} ${size}`;
    },

    async read(url, signal) {
      if (url.startsWith(LOCAL)) return readFile(await placeOf(url));
      if (URL.canParse(url)) return readRemote(url, remote, signal);
      throw new UnreadablePicture(OUTSIDE);
    },
  };

  async function placeOf(url: string): Promise<string> {
    const folder = path.join(publicFolder, LOCAL);
    const place = await fileInside(folder, url.slice(LOCAL.length)).catch((error: unknown) => {
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
