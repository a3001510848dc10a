import { z } from 'zod';

/** Raised with every change that an older release could not restore. */
export const BACKUP_FORMAT = 'kap-backup/1';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One file of a backup. */
const part = z.object({
  /** Within the archive: `database`, `media/…`, `uploads/…`. */
  path: z.string().regex(/^(database$|media\/|uploads\/)(?!.*\.\.)/),
  bytes: z.number().int().nonnegative(),
  sha256,
});

/** What a backup says of itself, in its first entry, `manifest.json`. */
export const manifest = z.object({
  format: z.literal(BACKUP_FORMAT),
  /** RFC 3339. */
  time: z.iso.datetime(),
  /** The release that made it. */
  release: z.string(),
  database: z.enum(['sqlite', 'postgres']),
  /** Where the publication log in the dump ends. */
  head: z.object({ sequence: z.number().int().nonnegative(), chainHash: sha256 }),
  /** `left-out` where published pictures live in a bucket, which has backups of its own. */
  media: z.enum(['included', 'left-out']),
  /** `left-out` likewise; what lies in the folder of the uploads nevertheless is in the backup, and need not be all. */
  uploads: z.enum(['included', 'left-out']).default('included'),
  parts: z.array(part),
});

export type Manifest = z.infer<typeof manifest>;
export type Part = z.infer<typeof part>;
