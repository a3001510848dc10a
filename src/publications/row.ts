import { z } from 'zod';
import { canonicalJson, sha256 } from './canonical';
import { isContentType, parseContent } from './content';
import { retiredTypeOf } from './content/versions';
import { entryForms } from './entry-form';
import type {
  Instant,
  LocaleSettings,
  MediaDetails,
  Publication,
  Retired,
  Sequence,
  Sha256,
} from './publication';

/**
 * One row of the table `publications`, as both databases return it. Text everywhere, so that SQLite and PostgreSQL
 * cannot differ in what they give back; `content` and `detail` are canonical JSON (RFC 8785).
 */
export interface LogRow {
  readonly sequence: number;
  readonly time: string;
  readonly kind: string;
  readonly type: string | null;
  readonly document_id: string | null;
  readonly locale: string | null;
  readonly revision: number | null;
  readonly schema_version: number | null;
  readonly content_hash: string | null;
  /** What the editor wrote; null but for Published. */
  readonly content: string | null;
  /** What else belongs to the entry, by kind; see the schemas below. */
  readonly detail: string;
  readonly chain_hash: string;
  /** See `entryForms`. */
  readonly form: number;
  /** Which release of this program wrote it; null for what was written before releases were named. */
  readonly release: string | null;
}

/**
 * A row as a database returned it. Its table may lack what was added later, where readers are of a newer release than
 * whoever writes, and may have what a newer release added.
 */
export function logRowOf(row: Readonly<Record<string, unknown>>): LogRow {
  return {
    // PostgreSQL's bigint comes as text; a sequence is exact as a double for longer than anyone will publish.
    sequence: Number(row.sequence),
    time: row.time as string,
    kind: row.kind as string,
    type: row.type as string | null,
    document_id: row.document_id as string | null,
    locale: row.locale as string | null,
    revision: row.revision as number | null,
    schema_version: row.schema_version as number | null,
    content_hash: row.content_hash as string | null,
    content: row.content as string | null,
    detail: row.detail as string,
    chain_hash: row.chain_hash as string,
    form: (row.form as number | undefined) ?? 1,
    release: (row.release as string | null | undefined) ?? null,
  };
}

const sha256Text = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as Sha256);
const subject = {
  type: z.string(),
  document_id: z.string(),
  locale: z.string().nullable(),
};
const entry = {
  sequence: z.coerce
    .number()
    .int()
    .positive()
    .transform((value) => value as Sequence),
  time: z.iso.datetime().transform((text) => text as Instant),
  chain_hash: sha256Text,
};

const rendition = z.object({
  sha256: sha256Text,
  mime: z.string(),
  width: z.number(),
  height: z.number(),
});
/** What was derived from one picture. */
export const mediaDetail = z.object({
  placeholder: z.string().nullable(),
  renditions: z.array(rendition),
  isMoving: z.boolean().optional(),
});
/** The same of several, by their hash. */
export const mediaDetails = z.record(z.string(), mediaDetail);
const publishedDetail = z.object({ adopted: z.boolean(), media: mediaDetails });
const withdrawnDetail = z.object({ reason: z.enum(['unpublished', 'deleted']) });
const configuredDetail = z.object({
  defaultLocale: z.string(),
  locales: z.array(z.string()),
  fallbacks: z.record(z.string(), z.array(z.string())),
});

const publishedRow = z.object({
  ...entry,
  ...subject,
  kind: z.literal('Published'),
  revision: z.coerce.number().int().positive(),
  schema_version: z.coerce.number().int().positive(),
  content_hash: sha256Text,
  content: z.string(),
  detail: z.string(),
});
const withdrawnRow = z.object({
  ...entry,
  ...subject,
  kind: z.literal('Withdrawn'),
  detail: z.string(),
});
const configuredRow = z.object({ ...entry, kind: z.literal('Configured'), detail: z.string() });
const row = z.discriminatedUnion('kind', [publishedRow, withdrawnRow, configuredRow]);

/**
 * Reads a row into the publication that it stands for: the log's edge, behind which types are trusted.
 *
 * @throws Error with the sequence and the cause, where the row is not one that any release wrote.
 */
export function publicationOf(raw: LogRow): Publication {
  try {
    const read = row.parse(raw);
    const base = { sequence: read.sequence, time: read.time, chainHash: read.chain_hash };
    switch (read.kind) {
      case 'Published': {
        const detail = publishedDetail.parse(JSON.parse(read.detail));
        const { type } = read;
        if (!isContentType(type)) return { ...base, ...retired(read), kind: 'Retired' };
        return {
          ...base,
          kind: 'Published',
          type,
          documentId: read.document_id,
          locale: read.locale,
          revision: read.revision,
          schemaVersion: read.schema_version,
          contentHash: read.content_hash,
          content: parseContent(type, read.schema_version, JSON.parse(read.content)),
          media: detail.media satisfies MediaDetails,
          adopted: detail.adopted,
        };
      }
      case 'Withdrawn': {
        const { reason } = withdrawnDetail.parse(JSON.parse(read.detail));
        const { type, document_id: documentId, locale } = read;
        if (!isContentType(type)) return { ...base, ...retired(read), kind: 'Retired', reason };
        return { ...base, kind: 'Withdrawn', type, documentId, locale, reason };
      }
      case 'Configured':
        return {
          ...base,
          kind: 'Configured',
          settings: configuredDetail.parse(JSON.parse(read.detail)) satisfies LocaleSettings,
        };
    }
  } catch (cause) {
    throw new Error(
      `Entry ${raw.sequence} of the publication log cannot be read. Run "npm run log:verify" for the whole list.`,
      { cause },
    );
  }
}

/** What is known of an entry whose content type there is no more. */
function retired(
  read: z.infer<typeof publishedRow> | z.infer<typeof withdrawnRow>,
): Omit<Retired, 'kind' | 'sequence' | 'time' | 'chainHash'> {
  return {
    was: read.kind,
    type: retiredTypeOf(read.type),
    documentId: read.document_id,
    locale: read.locale,
    revision: read.kind === 'Published' ? read.revision : null,
    contentHash: read.kind === 'Published' ? read.content_hash : null,
    reason: null,
  };
}

/**
 * The chain hash of a row: SHA-256 over the chain hash before it and the columns of the row's form. The content takes
 * part by its hash only, so that content which is sealed and later made unreadable leaves the chain verifiable.
 *
 * @throws Error where this release does not know the form: see `newerThanThisRelease`.
 */
export function chainHashOf(previous: Sha256, unchained: Omit<LogRow, 'chain_hash'>): Sha256 {
  const form = entryForms[unchained.form];
  if (!form) throw new Error(`This release knows no entries of form ${unchained.form}.`);
  const row: Partial<LogRow> = unchained;
  const chained = form.columns.map((column) => [column, row[column]] as const);
  return sha256(canonicalJson({ ...Object.fromEntries(chained), content: null, previous }));
}
