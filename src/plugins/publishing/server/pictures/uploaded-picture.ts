import type { Core } from '@strapi/strapi';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import sharp, { type OutputInfo } from 'sharp';
import { kindOf } from './kind';

/** A file on its way into the media library, as Strapi's upload plugin hands it on. */
interface UploadedFile {
  readonly filepath?: string;
  readonly tmpWorkingDirectory?: string;
  readonly hash: string;
}

/** The part of Strapi's upload plugin that looks at pictures; it exports no types of its services. */
interface ImageManipulation {
  isImage(file: UploadedFile): Promise<boolean>;
  isFaultyImage(file: UploadedFile): Promise<boolean>;
  optimize(file: UploadedFile): Promise<UploadedFile>;
}

/** What every viewer shows is taken: it passes over what the decoder only warns of. */
const TOLERANT = { failOn: 'error' } as const;
const QUALITY = 95;
const BYTES_PER_KILOBYTE = 1000;

/**
 * Lets Strapi take pictures as people see them, from the panel and from an import alike. A camera that was held upright
 * stores its picture lying, with a note that says so: Strapi's sizes lose the note, and its own setting for this is
 * undone where the result is larger. And its decoder refuses what viewers show. AVIF it takes for no picture at all, by the
 * name that its decoder has for the container, and so would not measure it: what an AVIF says of how it is turned the
 * decoder follows by itself.
 */
export function takePicturesAsSeen(strapi: Core.Strapi): void {
  const service = strapi.plugin('upload').service<ImageManipulation>('image-manipulation');
  const isImage = service.isImage.bind(service);
  const optimize = service.optimize.bind(service);
  service.isImage = async (file) => (await isImage(file)) || (await isAvif(file));
  service.isFaultyImage = async ({ filepath }) =>
    filepath !== undefined && !(await isDecoded(filepath, TOLERANT));
  service.optimize = async (file) => optimize(await asSeen(file));
}

async function asSeen(file: UploadedFile): Promise<UploadedFile> {
  const { filepath, hash, tmpWorkingDirectory = '' } = file;
  if (filepath === undefined) return file;
  const picture = sharp(filepath, TOLERANT);
  const { format, orientation = 1, pages = 1 } = await picture.metadata();
  // A drawing has no pixels, and what moves no orientation.
  if (format === 'svg' || pages > 1) return file;
  if (orientation === 1 && (await isDecoded(filepath, {}))) return file;
  const place = path.join(tmpWorkingDirectory, `as-seen-${hash}`);
  const made = await picture.autoOrient().toFormat(format, { quality: QUALITY }).toFile(place);
  return { ...file, ...describedBy(made), filepath: place, ...streamOf(place) };
}

async function isAvif({ filepath }: UploadedFile): Promise<boolean> {
  const bytes = filepath === undefined ? null : await readFile(filepath);
  return bytes !== null && (await kindOf(bytes))?.mime === 'image/avif';
}

function describedBy({ width, height, size }: OutputInfo) {
  return { width, height, size: size / BYTES_PER_KILOBYTE, sizeInBytes: size };
}

function streamOf(place: string): { getStream(): Readable } {
  return { getStream: () => createReadStream(place) };
}

function isDecoded(filepath: string, options: sharp.SharpOptions): Promise<boolean> {
  return sharp(filepath, options)
    .stats()
    .then(
      () => true,
      () => false,
    );
}
