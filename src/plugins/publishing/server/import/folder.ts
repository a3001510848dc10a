import path from 'node:path';

/**
 * The absolute path of a file that an import names, or null where it would leave the import's folder: whoever loads a
 * file from somebody else must not publish what else is on the machine.
 */
export function resolveInside(folder: string, name: string): string | null {
  const resolved = path.resolve(folder, name);
  const relative = path.relative(path.resolve(folder), resolved);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative)
    ? null
    : resolved;
}
