import type { Metadata } from 'sharp';
import { MADE_OF, type RenditionFormat } from './rendition';

/** A picture of more would take more memory unpacked than a process should give: 100 megapixels take up to 400 MB. */
const MOST_PIXELS = 100_000_000;
/** A large picture takes a slow machine some seconds. */
const MOST_SECONDS = 30;

const QUALITY = { avif: { quality: 55, effort: 3 }, webp: { quality: 78 } } as const;

/**
 * Makes a smaller copy, in the encoder's own threads.
 *
 * @param picture an editor's file, whatever it says it is.
 * @returns `unusable` where no copy can be made of it in any width, as it is no picture of a kind that copies are made
 * of, is broken, or too large; `too wide` where it is smaller than the copy would be.
 */
export async function smallerCopy(
  picture: Buffer,
  width: number,
  format: RenditionFormat,
): Promise<Buffer | 'unusable' | 'too wide'> {
  // Sharp throws at it where it otherwise rejects.
  if (picture.length === 0) return 'unusable';
  // Loaded with the first picture: a process that makes none does without its memory.
  const { default: sharp } = await import('sharp');
  const image = sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  // Whoever uploaded the file chose its bytes, so what the encoder does not take is no defect.
  const metadata = await image.metadata().catch(() => null);
  if (!metadata || !MADE_OF.has(mediaTypeOf(metadata))) return 'unusable';
  // What is offered goes by the width as it is stored, and a camera that was held upright stores it lying.
  if (width > (isTurned(metadata) ? Math.max(metadata.width, metadata.height) : metadata.width)) {
    return 'too wide';
  }
  const isMoving = (metadata.pages ?? 1) > 1;
  // Of AVIF the encoder makes stills only. Older entries offer one: it moves, and says by itself what it is.
  const made = isMoving ? 'webp' : format;
  const whole = isMoving
    ? sharp(picture, { limitInputPixels: MOST_PIXELS, animated: true })
    : image;
  return (
    whole
      // As a camera was held; what else it wrote into the picture (where it was taken) is left out.
      .autoOrient()
      .resize({ width, withoutEnlargement: true })
      .toFormat(made, QUALITY[made])
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer()
      .catch(() => 'unusable' as const)
  );
}

/** Sharp's name for AVIF is that of its container. */
function mediaTypeOf({ format, compression }: Metadata): string {
  return `image/${format === 'heif' && compression === 'av1' ? 'avif' : format}`;
}

/** EXIF's orientations from 5 on swap width and height. */
function isTurned({ orientation = 1 }: Metadata): boolean {
  return orientation >= 5;
}
