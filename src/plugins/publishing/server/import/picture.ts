import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { StoredFile } from '../../../../publications/content/image';
import type { Picture } from './plan';
import type { ImportProblemCode } from './problem';
import { resolveInside } from './folder';

const mimeOfFormat: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

export type PictureResult =
  | { readonly ok: true; readonly file: StoredFile; readonly picture: Picture }
  | { readonly ok: false; readonly code: ImportProblemCode; readonly message: string };

/** Reads and measures the picture that a file names, relative to `folder`. What it is, its bytes decide, not its name. */
export async function readPicture(folder: string, name: string): Promise<PictureResult> {
  const filePath = resolveInside(folder, name);
  if (filePath === null) {
    return failure(
      'PICTURE_MISSING',
      `"${name}" is outside the import's folder. Put the picture beside the file.`,
    );
  }
  let bytes: Buffer;
  try {
    bytes = await readFile(filePath);
  } catch (error) {
    return failure(
      'PICTURE_MISSING',
      `The picture "${name}" cannot be read: ${(error as Error).message}`,
    );
  }
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => null);
  // sharp reads AVIF as HEIF with AV1 inside.
  const format =
    metadata?.format === 'heif' && metadata.compression === 'av1' ? 'avif' : metadata?.format;
  const mime = mimeOfFormat[format ?? ''];
  if (metadata === null || mime === undefined) {
    const known = Object.keys(mimeOfFormat).join(', ');
    return failure('NOT_A_PICTURE', `"${name}" is not a picture of a known kind (${known}).`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const size = { width: metadata.width, height: metadata.height };
  return {
    ok: true,
    file: { sha256, name: path.basename(filePath), mime, ...size, focalPoint: null },
    picture: { sha256, filePath, name: path.basename(filePath), mime, bytes: bytes.byteLength },
  };
}

const failure = (code: ImportProblemCode, message: string): PictureResult => ({
  ok: false,
  code,
  message,
});
