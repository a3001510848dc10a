import type { Core } from '@strapi/strapi';
import type { ContentTypeName } from '../../../../publications/content';
import { populateOf, uidOf, type Row } from './content-model';

/** The rows of one document that are public or could become so, by status. */
export interface DocumentRows {
  readonly published: readonly Row[];
  readonly drafts: readonly Row[];
}

/** Reads a document's rows in every locale, as the current transaction sees them. */
export async function documentRows(
  strapi: Core.Strapi,
  type: ContentTypeName,
  documentId: string,
): Promise<DocumentRows> {
  const rows = await readRows(strapi, type, { documentId });
  return {
    published: rows.filter((row) => row.publishedAt != null),
    drafts: rows.filter((row) => row.publishedAt == null),
  };
}

/** Reads every published row of a content type, in every locale. */
export function publishedRows(strapi: Core.Strapi, type: ContentTypeName): Promise<Row[]> {
  return readRows(strapi, type, { publishedAt: { $notNull: true } });
}

async function readRows(strapi: Core.Strapi, type: ContentTypeName, where: object): Promise<Row[]> {
  const uid = uidOf(type);
  const populate = populateOf(strapi, strapi.getModel(uid));
  const orderBy = [{ documentId: 'asc' }, { locale: 'asc' }];
  return (await strapi.db.query(uid).findMany({ where, populate, orderBy })) as Row[];
}

/** The locale that a row is in; null where its type is not localised. */
export function localeOf(row: Row): string | null {
  const locale = row.locale;
  return typeof locale === 'string' && locale !== '' ? locale : null;
}
