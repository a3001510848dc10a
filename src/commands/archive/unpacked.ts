import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as tar from 'tar';
import { damagedBackup } from './damaged-backup';
import { manifest as manifestSchema, type Manifest } from './manifest';
import { describePart, filesIn } from './parts';

/**
 * Unpacks a backup and sees that every file in it is the one that its manifest describes.
 *
 * @throws CommandFailure `BACKUP_DAMAGED`.
 */
export async function unpackBackup(file: string, staging: string): Promise<Manifest> {
  const links: string[] = [];
  try {
    await tar.extract({
      cwd: staging,
      // What names a place outside is an error, too, and not only left out.
      strict: true,
      file,
      filter: (place, entry) => {
        const isPlain = 'type' in entry && ['File', 'Directory'].includes(entry.type);
        if (!isPlain) links.push(place);
        return isPlain;
      },
    });
  } catch (cause) {
    throw damagedBackup((cause as Error).message, cause);
  }
  if (links.length > 0) throw damagedBackup(`${links.join(', ')} in it is no file`);

  const manifestFile = path.join(staging, 'manifest.json');
  const text = await readFile(manifestFile, 'utf8').catch((cause: unknown) => {
    throw damagedBackup('it has no manifest, so it is not a backup of this program', cause);
  });
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw damagedBackup('its manifest is none that this release can read', parsed.error);
  }
  const manifest = parsed.data;
  const present = new Set(await filesIn(staging));
  for (const part of manifest.parts) {
    if (!present.has(part.path)) throw damagedBackup(`${part.path} is missing`);
    const found = await describePart(staging, part.path);
    if (found.sha256 !== part.sha256) throw damagedBackup(`${part.path} is not what was backed up`);
  }
  return manifest;
}

/**
 * Removes the folder in which a backup was unpacked. Of one that is cut off, `tar` goes on writing for a moment what it
 * had begun, after it has said that it failed.
 */
export async function removeStaging(staging: string): Promise<void> {
  await rm(staging, { recursive: true, force: true, maxRetries: 10 });
}

/** Null where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
