/** The kinds of picture that editors can upload, by how their names end; the usual ending of each kind comes first. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp'],
]);

/** The media type that a picture's name promises; null for a name that is no picture's. */
export function mediaTypeOf(name: string): string | null {
  return MEDIA_TYPES.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? null;
}

/** With what the bytes of a picture begin, and where. */
const BEGINNINGS: readonly (readonly [mediaType: string, at: number, bytes: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavi'],
];
/** What may come before the element of a drawing: a mark, a declaration, comments. */
const DRAWING = /^(\xef\xbb\xbf)?\s*(<\?xml|<!--|<!DOCTYPE|<svg)/i;
/** Enough of a picture to tell what it is. */
export const BEGINNING_BYTES = 64;

/** The media type of a picture, by its first bytes; null for what is none that is known here. */
export function mediaTypeOfBytes(beginning: Uint8Array): string | null {
  const text = Buffer.from(beginning.subarray(0, BEGINNING_BYTES)).toString('latin1');
  const known = BEGINNINGS.find(([, at, bytes]) => text.startsWith(bytes, at));
  return known?.[0] ?? (DRAWING.test(text) ? 'image/svg+xml' : null);
}

/** How the name of a picture of this media type ends: `webp`; null for a type that is no picture's. */
export function endingOf(mediaType: string): string | null {
  return [...MEDIA_TYPES].find(([, type]) => type === mediaType)?.[0] ?? null;
}
