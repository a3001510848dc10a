import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as tar from 'tar';
import { readEnvironment } from '../environment';
import { RELEASE } from '../release';
import { checkBackup } from './archive/checked-backup';
import { databaseArchive } from './archive/database-archive';
import { BACKUP_FORMAT, type Manifest } from './archive/manifest';
import { copyFolder, describePart } from './archive/parts';
import { readArguments } from './arguments';
import { CommandFailure } from './command-failure';
import { withLogReader } from './log-reader';

const USAGE = 'npm run backup [-- FILE], or npm run backup -- --check FILE';
/** A stored picture is named by its hash; what is half-written has another name. */
const isStoredPicture = (file: string) => /^[0-9a-f]{64}$/.test(path.basename(file));
const isUpload = (file: string) => file !== '.gitkeep';

/**
 * `npm run backup [-- FILE]`: database, published pictures and uploaded originals in one file, while the server runs.
 *
 * The database is one snapshot. Pictures are copied after it: a picture is stored before the publication that names it
 * is committed, and is never changed, so none that the snapshot names can be wanting.
 *
 * `npm run backup -- --check FILE` proves one that was made, without restoring it.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { files, flags } = readArguments(args, USAGE, ['check']);
  if (flags.has('check')) return check(files);
  const { database, dataFolder, publicFolder, mediaStore, uploadBucket } = readEnvironment(
    process.env,
    root,
  );
  await withLogReader(database, (reader) => reader.head());

  const time = new Date().toISOString();
  const file = files[0] ?? path.join(dataFolder, 'backups', `${time.replaceAll(':', '-')}.tar.gz`);
  await mkdir(path.dirname(file), { recursive: true });
  // Beside its place, where there is room for it, since it is to lie there.
  const staging = await mkdtemp(path.join(path.dirname(file), 'backup-'));
  try {
    const head = await databaseArchive(database).dump(path.join(staging, 'database'));
    const isBucket = mediaStore.startsWith('s3://');
    const uploads = path.join(publicFolder, 'uploads');
    const parts = [
      await describePart(staging, 'database'),
      ...(isBucket ? [] : await copyFolder(mediaStore, staging, 'media', isStoredPicture)),
      ...(await copyFolder(uploads, staging, 'uploads', isUpload)),
    ];
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      time,
      release: RELEASE,
      database: database.kind,
      head,
      media: isBucket ? 'left-out' : 'included',
      uploads: uploadBucket === null ? 'included' : 'left-out',
      parts,
    };
    await writeFile(path.join(staging, 'manifest.json'), JSON.stringify(manifest, null, 2));

    const archive = path.join(staging, 'archive');
    const names = ['manifest.json', ...parts.map((part) => part.path)];
    await tar.create({ gzip: true, portable: true, cwd: staging, file: archive }, names);
    await rename(archive, file);
    tell(file, manifest);
    return 0;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function check([file]: readonly string[]): Promise<number> {
  if (file === undefined)
    throw new CommandFailure('BAD_USAGE', 'No file was named.', `Usage: ${USAGE}`);
  const { head, time, parts } = await checkBackup(file);
  console.log(
    `${file} can be restored: ${parts.length} files, and the log up to entry ${head.sequence} ` +
      `(${head.chainHash}), as of ${time}.`,
  );
  return 0;
}

function tell(file: string, { head, media, uploads, parts }: Manifest): void {
  const count = (folder: string) => parts.filter((part) => part.path.startsWith(folder)).length;
  console.log(file);
  console.log(
    `The log up to entry ${head.sequence} (${head.chainHash}), ${count('media/')} published pictures, ${count('uploads/')} uploads.`,
  );
  if (media === 'left-out') {
    console.log('Left out: published pictures, which are in the bucket that MEDIA_STORE names.');
  }
  if (uploads === 'left-out') {
    console.log(
      'Left out: uploads in the bucket that UPLOADS names. What is deleted or replaced there cannot be restored ' +
        'from this file: let the bucket keep versions.',
    );
  }
  console.log(
    'Left out: secrets (secrets.json of the data folder, and the environment). Keep them elsewhere: without them ' +
      'administrators sign in again and API tokens are void.',
  );
}
