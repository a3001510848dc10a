import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { z } from 'zod';
import { sha256 } from '../../../../publications/canonical';
import type { StoredFile } from '../../../../publications/content/image';
import type { MediaStore } from '../../../../publications/media-store';
import type { MediaDetail, Rendition } from '../../../../publications/publication';

/** Pixels of the longer side from which a ThumbHash is made; its format allows no more than 100. */
const PLACEHOLDER_SIZE = 100;

const format = z.object({
  url: z.string(),
  mime: z.string(),
  width: z.number().nullish(),
  height: z.number().nullish(),
});

/** A file of Strapi's media library, as far as a picture's publication needs it. */
const libraryFile = format.extend({
  name: z.string(),
  focalPoint: z.object({ x: z.number(), y: z.number() }).nullish(),
  formats: z.record(z.string(), format).nullish(),
});

/** A picture as it is published: how content names it, and what was derived from it. */
export interface PublishedPicture {
  readonly file: StoredFile;
  readonly detail: MediaDetail;
}

/** Stands for a file that the media library has lost: it differs from every picture that was ever published. */
export const LOST_PICTURE: PublishedPicture = {
  file: { sha256: '', name: '', mime: '', width: null, height: null, focalPoint: null },
  detail: { placeholder: null, renditions: [] },
};

/** Copies a picture of the media library, with its smaller sizes, to where published pictures live. */
export type PublishPicture = (row: unknown) => Promise<PublishedPicture>;

/**
 * Pictures are published under the hash of their bytes: the media library keeps a file's address when its bytes are
 * replaced, and what is already public must not change with them.
 *
 * @param publicFolder where Strapi's local upload provider keeps `/uploads/…`.
 * @param fetchBytes reads an address of a remote upload provider.
 */
export function picturePublisher(
  store: MediaStore,
  publicFolder: string,
  fetchBytes: (url: string) => Promise<Uint8Array>,
): PublishPicture {
  const read = (url: string) =>
    url.startsWith('/') ? readFile(path.join(publicFolder, url)) : fetchBytes(url);

  return async (row) => {
    const file = libraryFile.parse(row);
    const bytes = await read(file.url);
    const hash = sha256(bytes);
    await store.put(hash, bytes);

    const renditions: Rendition[] = [];
    for (const smaller of Object.values(file.formats ?? {})) {
      const smallerBytes = await read(smaller.url);
      const smallerHash = sha256(smallerBytes);
      await store.put(smallerHash, smallerBytes);
      renditions.push({
        sha256: smallerHash,
        mime: smaller.mime,
        width: smaller.width ?? 0,
        height: smaller.height ?? 0,
      });
    }
    renditions.sort((a, b) => a.width - b.width);

    return {
      file: {
        sha256: hash,
        name: addressName(file.name),
        mime: file.mime,
        width: file.width ?? null,
        height: file.height ?? null,
        focalPoint: file.focalPoint ?? null,
      },
      detail: { placeholder: await placeholderOf(bytes, file.mime), renditions },
    };
  };
}

/** A ThumbHash in Base64; null for drawings, which scale and load fast, and which sharp would have to render first. */
async function placeholderOf(bytes: Uint8Array, mime: string): Promise<string | null> {
  if (mime === 'image/svg+xml') return null;
  const { data, info } = await sharp(bytes)
    .resize(PLACEHOLDER_SIZE, PLACEHOLDER_SIZE, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

/** A file's name as the end of an address: lower case, ASCII, no spaces. */
export function addressName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-');
  return plain.replace(/^[-.]+|[-.]+$/g, '') || 'picture';
}
