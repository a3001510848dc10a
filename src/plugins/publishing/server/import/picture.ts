import { createHash } from 'node:crypto';
import path from 'node:path';
import type { StoredFile } from '../../../../publications/content/image';
import type { Picture } from './plan';
import type { ImportProblemCode } from './problem';
import { fileInside } from '../../../../file-inside';
import { readBounded } from './bounded-file';
import { kindOf, KNOWN_KINDS, type PictureKind } from '../pictures/kind';

export type PictureResult =
  | { readonly ok: true; readonly file: StoredFile; readonly picture: Picture }
  | { readonly ok: false; readonly code: ImportProblemCode; readonly message: string };

/** Reads and measures the picture that a file names, relative to `folder`. What it is, its bytes decide, not its name. */
export async function readPicture(folder: string, name: string): Promise<PictureResult> {
  let filePath: string | null;
  let bytes: Buffer;
  try {
    filePath = await fileInside(folder, name);
    if (filePath === null) {
      return failure(
        'PICTURE_MISSING',
        `"${name}" is outside the import's folder. Put the picture itself beside the file.`,
      );
    }
    bytes = await readBounded(filePath);
  } catch (error) {
    return failure(
      'PICTURE_MISSING',
      `The picture "${name}" cannot be read: ${(error as Error).message}`,
    );
  }
  const kind = await kindOf(bytes);
  if (kind === null) {
    return failure('NOT_A_PICTURE', `"${name}" is not a picture of a known kind (${KNOWN_KINDS}).`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    ok: true,
    file: { sha256, name: path.basename(name), ...measured(kind), focalPoint: null },
    picture: {
      sha256,
      filePath,
      name: path.basename(name),
      mime: kind.mime,
      bytes: bytes.byteLength,
    },
  };
}

function measured({ mime, width, height }: PictureKind) {
  return { mime, width, height };
}

const failure = (code: ImportProblemCode, message: string): PictureResult => ({
  ok: false,
  code,
  message,
});
