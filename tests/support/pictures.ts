import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Hub } from './hub';

/** A row of Strapi's media library. */
export interface LibraryRow {
  readonly id: number;
  readonly name: string;
  readonly hash: string;
  readonly url: string;
  readonly [column: string]: unknown;
}

/** The bytes of a picture of one colour. */
export function pictureOf(colour: string, width = 900, height = 600): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

/** Puts a picture of one colour into the media library, under the colour's name. */
export async function uploadPicture(hub: Hub, colour: string): Promise<LibraryRow> {
  const name = `${colour}.png`;
  const file = path.join(hub.folder.path, name);
  const bytes = await pictureOf(colour);
  await writeFile(file, bytes);
  const upload = { file, name, type: 'image/png', size: bytes.length };
  return hub.strapi.ask<LibraryRow>('upload', upload);
}

/** A picture in formatted text, with all that Strapi's editor sends of it. */
export function pictureBlock(of: object, more: object = {}) {
  const image = {
    name: 'room.svg',
    url: '/uploads/room.svg',
    caption: null,
    width: 10,
    height: 10,
    formats: null,
    hash: 'room',
    ext: '.svg',
    mime: 'image/svg+xml',
    size: 1,
    previewUrl: null,
    provider: 'local',
    provider_metadata: null,
    createdAt: '2026-11-24T00:00:00.000Z',
    updatedAt: '2026-11-24T00:00:00.000Z',
    ...of,
    alternativeText: 'A quiet room.',
    ...more,
  };
  return { type: 'image' as const, image, children: [{ type: 'text' as const, text: '' }] };
}
