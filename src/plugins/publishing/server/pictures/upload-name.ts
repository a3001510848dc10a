/** What Strapi puts before the name of an upload, on whichever disk or in whichever bucket it lies. */
export const UPLOADS = '/uploads/';

/**
 * Under which name an upload lies, as its row in the media library has it; null where the address leads elsewhere. Strapi
 * keeps all uploads in one folder, so that no name has a folder in it, and none leads out.
 */
export function uploadName(url: string): string | null {
  if (!url.startsWith(UPLOADS)) return null;
  const name = url.slice(UPLOADS.length);
  return /^[^/\\\0]+$/.test(name) && name !== '.' && name !== '..' ? name : null;
}
