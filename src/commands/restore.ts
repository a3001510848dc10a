import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment, type Environment } from '../environment';
import { folderMediaStore } from '../publications/folder-media-store';
import type { Sha256 } from '../publications/publication';
import { databaseArchive, type DatabaseArchive } from './archive/database-archive';
import { headIn } from './archive/head';
import type { Manifest } from './archive/manifest';
import { filesIn, linksIn } from './archive/parts';
import { removeStaging, unpackBackup } from './archive/unpacked';
import { readArguments } from './arguments';
import { CommandFailure } from './command-failure';
import { checkDatabase, placeOf } from './database';
import { withLogReader } from './log-reader';
import { markRestoration, unfinishedRestoration, unmarkRestoration } from './unfinished-restore';

const USAGE = 'npm run restore -- FILE [--replace]';
const UNDO_USAGE = 'npm run restore -- --undo';

/**
 * `npm run restore -- FILE [--replace]`: puts a backup in the place of a database and its pictures. The backup is
 * checked whole first; what is there already is replaced only when asked for, and never under a running server.
 *
 * One that is broken off is finished by the same command, or undone by `npm run restore -- --undo`; until then nothing
 * starts.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { files, flags } = readArguments(args, USAGE, ['replace', 'undo']);
  const [file] = files;
  const environment = readEnvironment(process.env, root);
  if (flags.has('undo')) return undo(environment);
  if (file === undefined)
    throw new CommandFailure(
      'BAD_USAGE',
      'No file was named.',
      `Usage: ${USAGE}, or ${UNDO_USAGE}`,
    );
  await checkDatabase(environment.database, 'own');

  await mkdir(environment.dataFolder, { recursive: true });
  const staging = await mkdtemp(path.join(environment.dataFolder, 'restore-'));
  try {
    const manifest = await unpackBackup(file, staging);
    const archive = databaseArchive(environment.database);
    await requireTarget(environment, archive, manifest, flags.has('replace'));
    await markRestoration(environment.dataFolder, { file, head: manifest.head });
    try {
      await restorePictures(environment, staging, manifest);
      await archive.restore(path.join(staging, 'database'), headIn(manifest));
    } catch (error) {
      // What was there is there still; a picture more in the store is in nobody's way.
      await unmarkRestoration(environment.dataFolder);
      throw error;
    }
    await restoreUploads(environment, staging, manifest);
    await unmarkRestoration(environment.dataFolder);
    console.log(
      `Restored: the log up to entry ${manifest.head.sequence} (${manifest.head.chainHash}), as of ${manifest.time}.`,
    );
    tellOfUploads(environment, manifest);
    console.log('Secrets are not part of a backup; those of this machine hold.');
    return 0;
  } finally {
    await removeStaging(staging);
  }
}

/** Goes back to what was there before a restoration that was broken off, as long as its database is still that one. */
async function undo({ dataFolder, database }: Environment): Promise<number> {
  await checkDatabase(database, 'own');
  const archive = databaseArchive(database);
  const unfinished = await unfinishedRestoration(dataFolder);
  if (unfinished === null && !(await archive.isUnfinished())) {
    console.log('No restoration was broken off.');
    return 0;
  }
  await archive.undo();
  const head = await withLogReader(database, (reader) => reader.head()).catch(() => null);
  if (unfinished !== null && head?.chainHash === unfinished.head.chainHash) {
    throw new CommandFailure(
      'RESTORE_NOT_UNDOABLE',
      `The database is that of ${unfinished.file} already; pictures among the uploads are wanting.`,
      `Finish it: npm run restore -- ${unfinished.file} --replace`,
    );
  }
  await unmarkRestoration(dataFolder);
  console.log('What was there before the restoration is there again.');
  return 0;
}

async function requireTarget(
  { database, mediaStore, publicFolder }: Environment,
  archive: DatabaseArchive,
  manifest: Manifest,
  mayReplace: boolean,
): Promise<void> {
  if (manifest.database !== database.kind) {
    const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' };
    throw new CommandFailure(
      'OTHER_DATABASE',
      `This is a backup of ${names[manifest.database]}, but the settings name ${placeOf(database)}.`,
      manifest.database === 'sqlite'
        ? 'Leave DATABASE_URL out, and run the command again.'
        : 'Name an empty PostgreSQL database in DATABASE_URL, and run the command again.',
    );
  }
  if (manifest.media === 'included' && mediaStore.startsWith('s3://')) {
    throw new CommandFailure(
      'OTHER_MEDIA_STORE',
      'This backup holds published pictures from a folder, but MEDIA_STORE names a bucket.',
      'Leave MEDIA_STORE out or name a folder in it, run the command again, and copy that folder to the bucket.',
    );
  }
  const [link] = await linksIn(path.join(publicFolder, 'uploads'));
  if (link !== undefined) {
    throw new CommandFailure(
      'LINK_AMONG_UPLOADS',
      `${link}, among the uploads, is a symbolic link, through which a restoration could write elsewhere.`,
      'Move it out of the folder, and run the command again.',
    );
  }
  const users = await archive.users();
  if (users.length > 0) {
    throw new CommandFailure(
      'DATABASE_IN_USE',
      `Somebody is connected to ${placeOf(database)}: ${users.join(', ')}.`,
      'Stop the server, every content API that reads from it, and whatever else this names, and run the command again.',
    );
  }
  if (!mayReplace && !(await archive.isEmpty())) {
    throw new CommandFailure(
      'DATABASE_NOT_EMPTY',
      `There is a database in ${placeOf(database)} already.`,
      `To replace it, with all that is in it: ${USAGE}`,
    );
  }
}

async function restorePictures(
  { mediaStore }: Environment,
  staging: string,
  { parts }: Manifest,
): Promise<void> {
  const store = folderMediaStore(mediaStore);
  for (const part of parts.filter(({ path: place }) => place.startsWith('media/'))) {
    // What is stored under a hash is never changed, so what is there already is right.
    await store.put(part.sha256 as Sha256, await readFile(path.join(staging, part.path)));
  }
}

/**
 * Puts the uploaded originals back, and removes those that the restored database does not know: of a backup that holds
 * all that it knows.
 */
async function restoreUploads(
  { publicFolder }: Environment,
  staging: string,
  { parts, uploads }: Manifest,
): Promise<void> {
  const wanted = new Set(parts.map((part) => part.path));
  const there = uploads === 'included' ? await filesIn(path.join(publicFolder, 'uploads')) : [];
  for (const file of there) {
    if (file !== '.gitkeep' && !wanted.has(`uploads/${file}`)) {
      await rm(path.join(publicFolder, 'uploads', file));
    }
  }
  for (const place of [...wanted].filter((name) => name.startsWith('uploads/'))) {
    const target = path.join(publicFolder, place);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(staging, place), target);
  }
}

/** Where this machine and the one that was backed up keep uploads in different places. */
function tellOfUploads({ uploadBucket, publicFolder }: Environment, { uploads }: Manifest): void {
  if (uploads === 'left-out' && uploadBucket === null) {
    console.log(
      'Uploads are not in this backup, since they were kept in a bucket. Name it in UPLOADS; until then the published ' +
        'copies of pictures stand in for them.',
    );
  }
  if (uploads === 'included' && uploadBucket !== null) {
    console.log(
      `The uploads in this backup lie in ${path.join(publicFolder, 'uploads')}, where they are found, too. Copy them ` +
        'into the bucket that UPLOADS names if that disk does not stay.',
    );
  }
}
