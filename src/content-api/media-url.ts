import { endingOf, mediaTypeOf } from './media-type';

/**
 * Where a published picture is served.
 *
 * @param publicUrl without a slash at the end. @param name ends the address, for readers and for its type.
 */
export function mediaUrl(publicUrl: string, sha256: string, name: string): string {
  return `${publicUrl}/media/${sha256}/${encodeURIComponent(name)}`;
}

/** Where a copy of a published picture is served that is made when it is first asked for. */
export function renditionUrl(
  publicUrl: string,
  sha256: string,
  width: number,
  name: string,
): string {
  return `${publicUrl}/media/${sha256}/${width}/${encodeURIComponent(name)}`;
}

/** A picture's name with the ending of what it is: people may call it anything, and save it by the name in its address. */
export function typedName(name: string, mime: string): string {
  if (mediaTypeOf(name) === mime) return name;
  const ending = endingOf(mime);
  return ending === null ? name : `${name}.${ending}`;
}

/** Names a smaller copy after its picture: `room.png`, 500 wide as WebP: `room-500.webp`. */
export function renditionName(name: string, width: number, mime: string): string {
  const [, base = name, ending = ''] = /^(.+?)(\.[a-z0-9]+)?$/i.exec(name) ?? [];
  const known = endingOf(mime);
  return `${base}-${width}${known ? `.${known}` : ending}`;
}
