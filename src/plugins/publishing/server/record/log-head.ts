import type { Knex } from 'knex';
import { canonicalJson, sha256 } from '../../../../publications/canonical';
import {
  contentSchemas,
  parseContent,
  type ContentTypeName,
} from '../../../../publications/content';
import type { LogRow } from '../../../../publications/row';

/** What the log last said of one document in one locale. */
export interface SubjectHead {
  readonly isPublic: boolean;
  /** The last revision there was, public or not; 0 before the first. */
  readonly revision: number;
  readonly contentHash: string | null;
  /** Of the entry that said it. */
  readonly sequence: number;
}

/** What the log last said of a document, by locale. */
export async function documentHeads(
  trx: Knex,
  type: ContentTypeName,
  documentId: string,
): Promise<ReadonlyMap<string | null, SubjectHead>> {
  const rows = await trx<LogRow>('publications')
    .where({ type, document_id: documentId })
    .orderBy('sequence')
    .select('sequence', 'kind', 'locale', 'revision', 'content_hash');
  const heads = new Map<string | null, SubjectHead>();
  for (const row of rows) {
    heads.set(row.locale, {
      isPublic: row.kind === 'Published',
      revision: row.revision ?? heads.get(row.locale)?.revision ?? 0,
      contentHash: row.content_hash,
      sequence: row.sequence,
    });
  }
  return heads;
}

/**
 * Whether the public sees exactly this content already. What was written in an earlier version is compared as it reads
 * in today's: a release that changed a shape must not make anything look changed that nobody changed.
 *
 * @param canonical the content's canonical JSON, in today's version.
 */
export async function isPublicNow(
  trx: Knex,
  type: ContentTypeName,
  head: SubjectHead | undefined,
  canonical: string,
): Promise<boolean> {
  if (!head?.isPublic) return false;
  if (head.contentHash === sha256(canonical)) return true;
  const row = await trx<LogRow>('publications')
    .where({ sequence: head.sequence })
    .first('schema_version', 'content');
  if (!row) return false;
  return canonicalJson(currentContent(type, row)) === canonical;
}

/** What an entry says, in today's version. */
export function currentContent(
  type: ContentTypeName,
  row: Pick<LogRow, 'schema_version' | 'content'>,
): Record<string, unknown> {
  const written: unknown = JSON.parse(row.content ?? 'null');
  // Parsed once more for the copy, from which what is no field of the type is gone.
  return contentSchemas[type].parse(parseContent(type, row.schema_version ?? 0, written));
}
