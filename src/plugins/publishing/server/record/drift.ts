import type { Core } from '@strapi/strapi';
import { canonicalJson } from '../../../../publications/canonical';
import { contentTypeNames, type ContentTypeName } from '../../../../publications/content';
import type { Subject } from '../../../../publications/publication';
import type { LogRow } from '../../../../publications/row';
import { contentAttributesOf, uidOf, type Model } from './content-model';
import { currentContent } from './log-head';
import { localeOf, publishedRows } from './published-rows';
import { takeSnapshot } from './snapshot';
import type { DocumentPictures } from '../pictures/document-pictures';
import type { ReadyPictures } from '../pictures/ready-pictures';

/** One difference between Strapi's published rows and the log. The log is what the public sees. */
export interface Drift extends Subject {
  readonly kind:
    /** Strapi has a published row that the log does not know as public. */
    | 'not-in-log'
    /** The log has public text for which Strapi has no published row. */
    | 'not-in-strapi'
    /** Both have it, and say different things in these fields. */
    | 'differs';
  readonly fields: readonly string[];
}

/**
 * Compares Strapi's published rows with the log, and changes nothing. Of relations only those targets count that
 * Strapi still names: it drops unpublished ones from published rows, while the log keeps what the editor meant.
 */
export async function findDrift(
  strapi: Core.Strapi,
  pictures: DocumentPictures,
  ready: ReadyPictures,
): Promise<Drift[]> {
  const drift: Drift[] = [];
  for (const type of contentTypeNames) {
    const model = strapi.getModel(uidOf(type)) as Model;
    const logged = await publicTexts(strapi, type);
    const rows = await publishedRows(strapi, type);
    await pictures.prepareRows(type, rows);
    for (const row of rows) {
      const subject = { type, documentId: String(row.documentId), locale: localeOf(row) };
      const key = keyOf(subject);
      const text = logged.get(key);
      logged.delete(key);
      if (text === undefined) {
        drift.push({ ...subject, kind: 'not-in-log', fields: [] });
        continue;
      }
      // A picture that cannot be had is a difference like any other, and no reason not to start. So is an entry of the
      // log that no release can read.
      const { content } = await takeSnapshot(strapi, ready, model, row, null);
      const said = readable(type, text.row);
      const fields = said && differingFields(strapi, model, content, said);
      if (fields?.length !== 0) drift.push({ ...subject, kind: 'differs', fields: fields ?? [] });
    }
    for (const { subject } of logged.values())
      drift.push({ ...subject, kind: 'not-in-strapi', fields: [] });
  }
  return drift;
}

interface PublicText {
  readonly subject: Subject;
  readonly row: Pick<LogRow, 'schema_version' | 'content'>;
}

/** What the log says is public of one content type, by document and locale. */
async function publicTexts(
  strapi: Core.Strapi,
  type: ContentTypeName,
): Promise<Map<string, PublicText>> {
  const connection = strapi.db.connection;
  const newest = connection('publications')
    .where({ type })
    .max('sequence')
    .groupBy('document_id', 'locale');
  const rows = await connection<LogRow>('publications')
    .where({ kind: 'Published' })
    .whereIn('sequence', newest)
    .select('document_id', 'locale', 'schema_version', 'content');
  return new Map(
    rows.map((row) => {
      const subject = { type, documentId: row.document_id ?? '', locale: row.locale };
      return [keyOf(subject), { subject, row }];
    }),
  );
}

function keyOf(subject: Subject): string {
  return `${subject.documentId} ${subject.locale ?? ''}`;
}

/** Null for what no release can read. */
function readable(type: ContentTypeName, row: PublicText['row']): Record<string, unknown> | null {
  try {
    return currentContent(type, row);
  } catch {
    return null;
  }
}

/** The names of the fields in which a published row says something else than the log. */
function differingFields(
  strapi: Core.Strapi,
  model: Model,
  row: Record<string, unknown>,
  logged: Record<string, unknown>,
): string[] {
  return contentAttributesOf(model).flatMap(([name, attribute]) => {
    const [ours, theirs] = [row[name] ?? null, logged[name] ?? null];
    if (attribute.type === 'relation') return isSubset(ours, theirs) ? [] : [name];
    if (attribute.type === 'component') {
      const component = strapi.getModel(attribute.component) as Model;
      const [rows, texts] = [listOf(ours), listOf(theirs)];
      if (rows.length !== texts.length) return [name];
      return rows.flatMap((item, index) =>
        differingFields(strapi, component, item, texts[index] ?? {}).map(
          (field) => `${name}.${field}`,
        ),
      );
    }
    return canonicalJson(ours) === canonicalJson(theirs) ? [] : [name];
  });
}

/** A component field's value as a list, whether it repeats or not. */
function listOf(value: unknown): Record<string, unknown>[] {
  if (value === null) return [];
  return (Array.isArray(value) ? value : [value]) as Record<string, unknown>[];
}

/** Whether every target that the row names stands in the log's list, in the same order. */
function isSubset(row: unknown, logged: unknown): boolean {
  const meant = new Set(listOf(logged) as unknown[]);
  const named = listOf(row) as unknown[];
  const inOrder = [...meant].filter((target) => named.includes(target));
  return canonicalJson(inOrder) === canonicalJson([...new Set(named)]);
}
