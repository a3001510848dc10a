import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { DraftRow } from '../../../../drafts/row';
import { canonicalJson } from '../../../../publications/canonical';
import { contentTypeNames, type ContentTypeName } from '../../../../publications/content';
import { versionOf } from '../../../../publications/content/versions';
import { uidOf, type Model, type Row } from './content-model';
import { draftContent } from './draft-content';
import type { DocumentPictures } from '../pictures/document-pictures';
import type { ReadyPictures } from '../pictures/ready-pictures';
import { documentHeads, isPublicNow } from './log-head';
import { lockLog } from './log';
import { documentRows, localeOf } from './published-rows';
import { refusal } from './refusal';
import { takeSnapshot } from './snapshot';

/** Keeps the table of drafts, which holders of a preview key are shown, in step with Strapi's draft rows. */
export interface DraftTable {
  /**
   * Takes down the drafts of one document, those that differ from what is public. To be called under the log's lock.
   *
   * @param drafts its draft rows in every locale, as they are now.
   */
  take(
    trx: Knex.Transaction,
    type: ContentTypeName,
    documentId: string,
    drafts: readonly Row[],
  ): Promise<void>;
  /** Takes down what has changed round the document service: an import of Strapi's, a database of an older release. */
  catchUp(): Promise<void>;
}

/** One draft as it is to stand in the table; without content it is as good as none. */
type Kept = Pick<DraftRow, 'schema_version' | 'content' | 'media'>;

const SETTLED: Kept = { schema_version: null, content: null, media: null };

export function draftTable(
  strapi: Core.Strapi,
  pictures: DocumentPictures,
  ready: ReadyPictures,
): DraftTable {
  const take: DraftTable['take'] = async (trx, type, documentId, drafts) => {
    const heads = await documentHeads(trx, type, documentId);
    const wanted = new Map<string, Kept>();
    for (const draft of drafts) {
      const model = strapi.getModel(uidOf(type)) as Model;
      const snapshot = await takeSnapshot(strapi, ready, model, draft, null);
      // An editor may save a draft whose picture cannot be had; it is shown without. One that will be ready in a moment
      // must not be left out for good.
      const passing = snapshot.problems.filter(({ isPassing }) => isPassing);
      if (passing.length > 0) throw refusal('Not saved', passing);
      const content = canonicalJson(draftContent(type, snapshot.content));
      const locale = localeOf(draft);
      if (await isPublicNow(trx, type, heads.get(locale), content)) continue;
      const media = canonicalJson(snapshot.media);
      wanted.set(locale ?? '', { schema_version: versionOf(type), content, media });
    }
    const there = await trx<DraftRow>('drafts').where({ type, document_id: documentId });
    const locales = new Set([...wanted.keys(), ...there.map(({ locale }) => locale)]);
    for (const locale of locales) {
      const kept = there.find((row) => row.locale === locale) ?? SETTLED;
      const draft = wanted.get(locale) ?? SETTLED;
      if (kept.content === draft.content && kept.media === draft.media) continue;
      await put(trx, { type, document_id: documentId, locale, ...draft });
    }
  };

  return {
    take,
    async catchUp() {
      for (const type of contentTypeNames) {
        const documentIds = await suspects(strapi, type);
        await pictures.prepare(type, [...documentIds]);
        for (const documentId of documentIds) {
          await strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
            await lockLog(trx);
            const { drafts } = await documentRows(strapi, type, documentId);
            await take(trx, type, documentId, drafts);
          });
        }
      }
    },
  };
}

/**
 * One statement gives the row its version: Strapi's bulk actions run side by side in one transaction, where the lock
 * keeps none of them waiting.
 */
async function put(trx: Knex.Transaction, row: Omit<DraftRow, 'version'>): Promise<void> {
  await trx.raw(
    `insert into drafts (version, type, document_id, locale, schema_version, content, media)
     select coalesce(max(version), 0) + 1, ?, ?, ?, cast(? as integer), ?, ? from drafts where true
     on conflict (type, document_id, locale) do update set version = excluded.version,
       schema_version = excluded.schema_version, content = excluded.content, media = excluded.media`,
    [row.type, row.document_id, row.locale, row.schema_version, row.content, row.media],
  );
}

/**
 * The documents whose drafts may differ from what is public, told by the dates of their rows alone: publishing writes
 * the published row last. What the table knows of is looked at in any case.
 */
async function suspects(strapi: Core.Strapi, type: ContentTypeName): Promise<Set<string>> {
  const rows = (await strapi.db.query(uidOf(type)).findMany({
    select: ['documentId', 'locale', 'publishedAt', 'updatedAt'],
  })) as Row[];
  const published = new Map<string, string>();
  for (const row of rows) {
    if (row.publishedAt != null) published.set(subjectOf(row), instantOf(row.updatedAt));
  }
  const known = await strapi.db
    .connection<DraftRow>('drafts')
    .where({ type })
    .whereNotNull('content')
    .distinct('document_id');
  const found = new Set(known.map(({ document_id }) => document_id));
  for (const row of rows) {
    if (row.publishedAt != null) continue;
    const publishedAt = published.get(subjectOf(row));
    if (publishedAt === undefined || publishedAt < instantOf(row.updatedAt)) {
      found.add(String(row.documentId));
    }
  }
  return found;
}

function subjectOf(row: Row): string {
  return `${String(row.documentId)} ${localeOf(row) ?? ''}`;
}

function instantOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
