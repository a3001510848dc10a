import sharp from 'sharp';

const mimeOfFormat: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The kinds of picture that are published, as people name them. */
export const KNOWN_KINDS = Object.keys(mimeOfFormat).join(', ');

/** What kind of picture this is. */
export interface PictureKind {
  readonly mime: string;
  /** Pixels, as people see it: a camera that was held upright stores its picture lying. */
  readonly width: number;
  readonly height: number;
  /** Whether it is stored lying. */
  readonly isTurned: boolean;
  readonly isMoving: boolean;
}

/** What bytes are, by themselves: names and rows that tell it are only claims. Null for all but pictures of a known kind. */
export async function kindOf(bytes: Uint8Array): Promise<PictureKind | null> {
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => null);
  if (metadata === null) return null;
  // sharp reads AVIF as HEIF with AV1 inside.
  const isAvif = metadata.format === 'heif' && metadata.compression === 'av1';
  const mime = mimeOfFormat[isAvif ? 'avif' : metadata.format];
  const { autoOrient, orientation = 1, pages = 1 } = metadata;
  if (mime === undefined) return null;
  // EXIF's orientations from 5 on swap width and height.
  return { mime, ...autoOrient, isTurned: orientation >= 5, isMoving: pages > 1 };
}
