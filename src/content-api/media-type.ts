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

/** How the name of a picture of this media type ends: `webp`; null for a type that is no picture's. */
export function endingOf(mediaType: string): string | null {
  return [...MEDIA_TYPES].find(([, type]) => type === mediaType)?.[0] ?? null;
}
