import { realpath } from 'node:fs/promises';
import path from 'node:path';

/**
 * The real path of something that a file, a row or an archive names, or null where it leads out of the folder: by
 * `..`, by being absolute, or by a symbolic link on the way. Whoever takes names from somebody else must not hand out,
 * or write over, what else is on the machine.
 *
 * @throws ENOENT where nothing is there.
 */
export async function fileInside(folder: string, name: string): Promise<string | null> {
  // By name first, so that nobody learns what there is outside.
  const named = path.resolve(folder, name);
  if (!leadsInto(path.resolve(folder), named)) return null;
  const real = await realpath(named);
  return leadsInto(await realpath(folder), real) ? real : null;
}

function leadsInto(folder: string, place: string): boolean {
  const relative = path.relative(folder, place);
  return !(
    relative === '' ||
    relative === '..' ||
    relative.startsWith(`..${path.sep}`) ||
    path.isAbsolute(relative)
  );
}
