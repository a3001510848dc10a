import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * SHA-256 over the names and bytes of files. Times take no part: a clone gives every file a new one.
 *
 * @param {string} root
 * @param {readonly string[]} inputs files, and folders with all that is in them, relative to `root`.
 * @param {(file: string) => boolean} isInput whether a file, by its path relative to `root`, takes part.
 */
export function fingerprint(root, inputs, isInput = () => true) {
  const hash = createHash('sha256');
  const files = inputs.flatMap((input) => filesUnder(root, input)).filter(isInput);
  for (const file of files.sort()) {
    const bytes = readFileSync(path.join(root, file));
    // Name and length first, so that no two sets of files run together into the same bytes.
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function filesUnder(root, input) {
  const start = path.join(root, input);
  if (!existsSync(start)) return [];
  if (statSync(start).isFile()) return [input];
  return readdirSync(start, { recursive: true })
    .filter((name) => statSync(path.join(start, name)).isFile())
    .map((name) => path.join(input, name).replaceAll(path.sep, '/'));
}
