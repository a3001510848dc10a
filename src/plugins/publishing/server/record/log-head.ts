import type { Knex } from 'knex';
import type { ContentTypeName } from '../../../../publications/content';
import type { LogRow } from '../../../../publications/row';

/** What the log last said of one document in one locale. */
export interface SubjectHead {
  readonly isPublic: boolean;
  /** The last revision there was, public or not; 0 before the first. */
  readonly revision: number;
  readonly contentHash: string | null;
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
    .select('kind', 'locale', 'revision', 'content_hash');
  const heads = new Map<string | null, SubjectHead>();
  for (const row of rows) {
    heads.set(row.locale, {
      isPublic: row.kind === 'Published',
      revision: row.revision ?? heads.get(row.locale)?.revision ?? 0,
      contentHash: row.content_hash,
    });
  }
  return heads;
}
