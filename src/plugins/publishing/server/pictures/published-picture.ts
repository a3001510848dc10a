import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { z } from 'zod';
import { sha256 } from '../../../../publications/canonical';
import type { StoredFile } from '../../../../publications/content/image';
import type { MediaStore } from '../../../../publications/media-store';
import type { MediaDetail, Rendition } from '../../../../publications/publication';
import { kindOf, KNOWN_KINDS, type PictureKind } from './kind';
import type { Originals } from './original';
import { UnreadablePicture } from './unreadable';

/** Pixels of the longer side from which a ThumbHash is made; its format allows no more than 100. */
const PLACEHOLDER_SIZE = 100;

const format = z.object({
  url: z.string(),
  width: z.number().nullish(),
  height: z.number().nullish(),
});

/** A row of Strapi's media library, as far as a picture's publication depends on it. */
export const libraryFile = format.extend({
  name: z.string(),
  focalPoint: z.object({ x: z.number(), y: z.number() }).nullish(),
  formats: z.record(z.string(), format).nullish(),
  /** Replacing a file keeps its address. */
  updatedAt: z.coerce.date().transform((date) => date.toISOString()),
});

export type LibraryFile = z.infer<typeof libraryFile>;

/** A picture as it is published: how content names it, and what was derived from it. */
export interface PublishedPicture {
  readonly file: StoredFile;
  readonly detail: MediaDetail;
}

/** Stands for a file that cannot be had: it differs from every picture that was ever published. */
export const LOST_PICTURE: PublishedPicture = {
  file: { sha256: '', name: '', mime: '', width: null, height: null, focalPoint: null },
  detail: { placeholder: null, renditions: [] },
};

/**
 * Copies a picture of the media library, with its smaller sizes, to where published pictures live: under the hash of
 * its bytes. The media library keeps a file's address when its bytes are replaced, and what is already public must not
 * change with them. What is not a picture by its bytes is never copied, whatever the library says of it.
 *
 * @throws UnreadablePicture
 */
export async function publishPicture(
  file: LibraryFile,
  originals: Originals,
  store: MediaStore,
  signal: AbortSignal,
): Promise<PublishedPicture> {
  const { bytes, mime, isTurned, isMoving } = await pictureAt(file.url);
  const placeholder = await placeholderOf(bytes, mime);
  const hash = sha256(bytes);
  await store.put(hash, bytes);

  const renditions: Rendition[] = [];
  for (const smaller of Object.values(file.formats ?? {})) {
    const { bytes: smallerBytes, mime: smallerMime } = await pictureAt(smaller.url);
    const smallerHash = sha256(smallerBytes);
    await store.put(smallerHash, smallerBytes);
    const { width, height } = smaller;
    renditions.push({
      sha256: smallerHash,
      mime: smallerMime,
      width: width ?? 0,
      height: height ?? 0,
    });
  }
  renditions.sort((a, b) => a.width - b.width);

  return {
    file: {
      sha256: hash,
      name: addressName(file.name),
      mime,
      // The library measures the bytes as they lie.
      width: (isTurned ? file.height : file.width) ?? null,
      height: (isTurned ? file.width : file.height) ?? null,
      focalPoint: file.focalPoint ?? null,
    },
    detail: { placeholder, renditions, ...(isMoving && { isMoving }) },
  };

  async function pictureAt(url: string): Promise<PictureKind & { bytes: Buffer }> {
    const bytes = await originals.read(url, signal);
    const kind = await kindOf(bytes);
    if (kind === null) throw notAPicture();
    return { bytes, ...kind };
  }
}

/** A ThumbHash in Base64; null for drawings, which scale and load fast, and which sharp would have to render first. */
async function placeholderOf(bytes: Uint8Array, mime: string): Promise<string | null> {
  if (mime === 'image/svg+xml') return null;
  const { data, info } = await sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .resize(PLACEHOLDER_SIZE, PLACEHOLDER_SIZE, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw notAPicture({ cause });
    });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

function notAPicture(options?: ErrorOptions): UnreadablePicture {
  return new UnreadablePicture(
    `is damaged, or no picture of a known kind (${KNOWN_KINDS}). Upload another one.`,
    false,
    options,
  );
}

/** A file's name as the end of an address: lower case, ASCII, no spaces. */
export function addressName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-');
  return plain.replace(/^[-.]+|[-.]+$/g, '') || 'picture';
}
