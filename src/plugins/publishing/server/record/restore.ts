import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import { canonicalJson } from '../../../../publications/canonical';
import { unlocalizedTypes } from '../../../../publications/content';
import type { StoredFile } from '../../../../publications/content/image';
import type { Subject } from '../../../../publications/publication';
import type { LogRow } from '../../../../publications/row';
import { loadOrder } from '../import/target-types';
import type { DocumentPictures } from '../pictures/document-pictures';
import type { PictureLibrary } from '../pictures/library';
import { contentTypeNameOf, uidOf, type Model, type Row } from './content-model';
import { documentData, type PartTranslation } from './document-data';
import type { Drift } from './drift';
import { lockLog } from './log';
import { currentContent } from './log-head';
import { documentRows, localeOf } from './published-rows';

/** What became of one difference between Strapi's published rows and the log. */
export interface Restoration {
  readonly drift: Drift;
  /** `left`: it is not for a repair to decide. `refused`: it could not be put back, and nothing of it was changed. */
  readonly outcome: 'restored' | 'left' | 'refused';
  /** For the person who repairs: what was lost, kept or wanting. */
  readonly notes: readonly string[];
}

/** The log's text cannot be put back, for a reason that somebody must see to first. */
class Refusal extends Error {}

/**
 * Puts the log's text back into Strapi, through the document service, so that all that guards publishing guards this
 * too: the draft is made to say what the log says, and published. Text that is as the log has it already makes no new
 * entry. What an editor had in the draft and had not published is put back into the draft.
 *
 * Rows that the log does not know are left alone: whether they become public or go is an editor's decision.
 */
export async function restoreFromLog(
  strapi: Core.Strapi,
  pictures: DocumentPictures,
  library: PictureLibrary,
  drift: readonly Drift[],
): Promise<Restoration[]> {
  const restorations: Restoration[] = [];
  // What a document names is restored before it, so that it can be named.
  const inOrder = [...drift].sort(
    (one, other) => loadOrder.indexOf(one.type) - loadOrder.indexOf(other.type),
  );
  for (const one of inOrder) restorations.push(await restoreOne(strapi, pictures, library, one));
  return restorations;
}

async function restoreOne(
  strapi: Core.Strapi,
  pictures: DocumentPictures,
  library: PictureLibrary,
  drift: Drift,
): Promise<Restoration> {
  if (drift.kind === 'not-in-log') {
    const note = 'Publish it in the panel to make it public, or unpublish it there.';
    return { drift, outcome: 'left', notes: [note] };
  }
  try {
    const notes = await putBack(strapi, pictures, library, drift);
    library.keep();
    return { drift, outcome: 'restored', notes };
  } catch (error) {
    await library.takeBack();
    if (!(error instanceof Refusal || error instanceof errors.ApplicationError)) throw error;
    return { drift, outcome: 'refused', notes: [error.message] };
  }
}

async function putBack(
  strapi: Core.Strapi,
  pictures: DocumentPictures,
  library: PictureLibrary,
  subject: Subject,
): Promise<string[]> {
  const { type, documentId } = subject;
  await requireLocale(strapi, subject.locale);
  const content = await loggedContent(strapi, subject);
  const files = await filesOf(content, library);
  await pictures.prepare(type, [documentId]);

  return strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
    await lockLog(trx);
    const notes: string[] = [];
    const model = strapi.getModel(uidOf(type));
    const lost = await lostTargets(strapi, model, content, subject.locale);
    if (lost.size > 0) {
      notes.push(
        `It named documents that are no more, and names them no longer: ${[...lost].join(', ')}.`,
      );
    }
    const data = documentData(strapi, model, content, fromLog(files, lost));

    const rows = await documentRows(strapi, type, documentId);
    const isSubject = (row: Row) => localeOf(row) === subject.locale;
    const published = rows.published.find(isSubject);
    const draft = rows.drafts.find(isSubject);
    const inDraft = draft && documentData(strapi, model, draft, FROM_ROW);
    const inPublished = published && documentData(strapi, model, published, FROM_ROW);

    const documents = strapi.documents(uidOf(type));
    const locale = subject.locale === null ? {} : { locale: subject.locale };
    const exists = rows.published.length + rows.drafts.length > 0;
    if (exists) await documents.update({ documentId, ...locale, data });
    else await documents.create({ ...locale, data: withDocumentId(data, documentId) });
    await documents.publish({ documentId, ...locale });

    if (inDraft && !isSame(inDraft, data) && !isSame(inDraft, inPublished)) {
      await documents.update({ documentId, ...locale, data: inDraft });
      notes.push('The draft keeps what was not published yet.');
    }
    return notes;
  });
}

/** The document service makes a document under a given id, though its types know no such field. */
function withDocumentId(data: Record<string, unknown>, documentId: string): object {
  return { ...data, documentId };
}

async function requireLocale(strapi: Core.Strapi, locale: string | null): Promise<void> {
  if (locale === null) return;
  const where = { code: locale };
  const known: unknown = await strapi.db.query('plugin::i18n.locale').findOne({ where });
  if (known) return;
  throw new Refusal(
    `Strapi has no language "${locale}". Add it in Settings, Internationalization, and try again.`,
  );
}

/** The content of the newest Published entry. */
async function loggedContent(
  strapi: Core.Strapi,
  { type, documentId, locale }: Subject,
): Promise<Record<string, unknown>> {
  const row = await strapi.db
    .connection<LogRow>('publications')
    .where({ kind: 'Published', type, document_id: documentId, locale })
    .orderBy('sequence', 'desc')
    .first('schema_version', 'content');
  if (!row) throw new Refusal('The log has no text of it.');
  return currentContent(type, row);
}

/** The media library's row for every picture that the content names, by the picture's place in the log. */
async function filesOf(
  content: unknown,
  library: PictureLibrary,
): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>();
  for (const file of filesIn(content)) {
    const row = await library.rowOf(file);
    if (row === null) {
      throw new Refusal(
        `The picture ${file.name} (${file.sha256}) is in no media library and no media store.`,
      );
    }
    rows.set(canonicalJson(file), row);
  }
  return rows;
}

function filesIn(value: unknown): StoredFile[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sha256' in value) return [storedFileOf(value)];
  return Object.values(value).flatMap(filesIn);
}

/** The file itself, without the alternative text that a picture within formatted text has beside it. */
function storedFileOf(value: object): StoredFile {
  const { sha256, name, mime, width, height, focalPoint } = value as StoredFile;
  return { sha256, name, mime, width, height, focalPoint };
}

/** The targets that have no draft in the language: Strapi cannot name them. */
async function lostTargets(
  strapi: Core.Strapi,
  model: Model,
  content: Record<string, unknown>,
  locale: string | null,
): Promise<ReadonlySet<string>> {
  const named = new Map<string, string>();
  documentData(strapi, model, content, {
    target: (uid, target) => {
      named.set(String(target), uid);
      return null;
    },
    file: () => null,
    block: (block) => block,
  });
  const lost = new Set<string>();
  for (const [documentId, uid] of named) {
    const type = contentTypeNameOf(uid);
    if (type === null) continue;
    const where = { documentId, publishedAt: null, ...(!unlocalizedTypes.has(type) && { locale }) };
    if (!(await strapi.db.query(uidOf(type)).findOne({ where }))) lost.add(documentId);
  }
  return lost;
}

const fromLog = (files: ReadonlyMap<string, Row>, lost: ReadonlySet<string>): PartTranslation => {
  const rowOf = (file: object) => files.get(canonicalJson(storedFileOf(file))) ?? null;
  return {
    target: (_uid, target) => (lost.has(String(target)) ? null : { documentId: String(target) }),
    file: (file) => rowOf(file as object)?.id ?? null,
    block: (block) => {
      const { type, image } = block as { type: string; image?: { alternativeText: string } };
      if (type !== 'image' || !image) return block;
      const { alternativeText } = image;
      const children = [{ type: 'text', text: '' }];
      // The rest of what Strapi keeps of a picture is filled in as for everybody who saves one.
      return { type, image: { hash: rowOf(image)?.hash, alternativeText }, children };
    },
  };
};

const FROM_ROW: PartTranslation = {
  target: (_uid, target) => ({ documentId: (target as { documentId: string }).documentId }),
  file: (file) => (file as Row).id,
  block: (block) => block,
};

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
