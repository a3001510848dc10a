import type { Core, Modules } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ContentTypeName } from '../../../../publications/content';
import type { Subject } from '../../../../publications/publication';
import { ActionQueue } from './action-queue';
import { contentTypeNameOf, uidOf, type Model, type Row } from './content-model';
import { publishedEntry, withdrawnEntry } from './entry';
import type { Writing } from '../database/writing';
import type { DraftTable } from './drafts';
import { documentHeads, isPublicNow } from './log-head';
import type { Log, NewEntry } from './log';
import { parseSnapshot } from './parse-snapshot';
import { refusal } from './refusal';
import { documentRows, localeOf, type DocumentRows } from './published-rows';
import { takeSnapshot } from './snapshot';
import type { DocumentPictures } from '../pictures/document-pictures';
import type { ReadyPictures } from '../pictures/ready-pictures';
import { validate } from '../validation/validate';

type Middleware = Modules.Documents.Middleware.Middleware;

/** Actions of the document service that only read. */
const READING: ReadonlySet<string> = new Set(['findOne', 'findMany', 'findFirst', 'count']);

/**
 * The document-service middleware that writes the publication log.
 *
 * Every writing action on our content types runs inside one transaction, under the log's lock. The document's
 * published rows are read before and after it, and what the action did to them is appended in the same transaction:
 * whatever the action was called, and whatever Strapi did on the way (`create` with `status: 'published'`, copying
 * into other locales, bulk publishing). A row that the action left alone is left alone here too: where it differs
 * from the log, that is drift, which saving a draft must not make public.
 *
 * What a client says of a file is replaced by what the media library says before anything is written, and pictures are
 * made ready before the transaction is opened: copying them may take as long as somebody else's host takes. Where the
 * transaction is somebody else's and open already, whoever opened it has seen to that.
 */
export function recorder(
  strapi: Core.Strapi,
  log: Log,
  pictures: DocumentPictures,
  ready: ReadyPictures,
  drafts: DraftTable,
  writing: Pick<Writing, 'asWriter'>,
): Middleware {
  // Of actions side by side in one transaction, the others fail as one ends it, and may be heard first: why is told.
  const refusals = new WeakMap<Knex.Transaction, unknown>();
  const actions = new ActionQueue();

  return async (context, next) => {
    const type = contentTypeNameOf(context.uid);
    if (type === null || READING.has(context.action)) return next();
    const { data } = context.params as { data?: unknown };
    const problems = [...validate(type, data, 'save'), ...(await pictures.resolve(type, data))];
    if (problems.length > 0) throw refusal('Not saved', problems);
    const target = targetOf(context.params);
    if (!strapi.db.inTransaction()) {
      await pictures.prepare(type, target === null ? [] : [target], data);
    }

    return writing.asWriter(() =>
      strapi.db.transaction(({ trx }: { trx: Knex.Transaction }) =>
        actions.run(trx, async () => {
          try {
            await log.lock(trx);
            const before = target === null ? NOTHING : await documentRows(strapi, type, target);
            const result = await next();
            const documentId = target ?? targetOf(result);
            if (documentId !== null) {
              await record(trx, type, documentId, before).catch((why: unknown) => end(trx, why));
            }
            return result;
          } catch (error) {
            throw refusals.get(trx) ?? error;
          }
        }),
      ),
    );
  };

  /**
   * Ends the whole transaction. Where this action runs inside somebody else's, that one might swallow the refusal and
   * commit the published rows: there are no savepoints.
   */
  async function end(trx: Knex.Transaction, why: unknown): Promise<never> {
    if (!refusals.has(trx)) {
      refusals.set(trx, why);
      await trx.rollback();
    }
    throw why;
  }

  async function record(
    trx: Knex.Transaction,
    type: ContentTypeName,
    documentId: string,
    before: DocumentRows,
  ) {
    const after = await documentRows(strapi, type, documentId);
    const heads = await documentHeads(trx, type, documentId);
    const entries: NewEntry[] = [];

    for (const row of after.published) {
      const same = before.published.find((old) => old.id === row.id);
      if (same && JSON.stringify(same) === JSON.stringify(row)) continue;
      const subject: Subject = { type, documentId, locale: localeOf(row) };
      // A row that was there before was not published now, so its draft may hold what nobody has published.
      const draft = same
        ? null
        : (after.drafts.find((candidate) => localeOf(candidate) === subject.locale) ?? null);
      const entry = await publishedNow(
        subject,
        row,
        draft,
        heads.get(subject.locale)?.revision ?? 0,
      );
      const head = heads.get(subject.locale);
      if (!(await isPublicNow(trx, type, head, entry.content ?? ''))) entries.push(entry);
    }

    const publicLocales = new Set(after.published.map(localeOf));
    for (const locale of new Set(before.published.map(localeOf))) {
      if (publicLocales.has(locale) || !heads.get(locale)?.isPublic) continue;
      const isDraftLeft = after.drafts.some((draft) => localeOf(draft) === locale);
      entries.push(
        withdrawnEntry({ type, documentId, locale }, isDraftLeft ? 'unpublished' : 'deleted'),
      );
    }

    await log.append(trx, entries);
    await drafts.take(trx, type, documentId, after.drafts);
  }

  async function publishedNow(
    subject: Subject,
    row: Row,
    draft: Row | null,
    revision: number,
  ): Promise<NewEntry> {
    const model = strapi.getModel(uidOf(subject.type)) as Model;
    const snapshot = await takeSnapshot(strapi, ready, model, row, draft);
    const parsed = parseSnapshot(subject.type, snapshot);
    if (parsed.ok)
      return publishedEntry(subject, revision + 1, parsed.content, snapshot.media, false);
    throw refusal('Not published', parsed.problems);
  }
}

const NOTHING: DocumentRows = { published: [], drafts: [] };

/** The document that parameters or a result name. */
function targetOf(named: unknown): string | null {
  const documentId = (named as { documentId?: unknown } | null)?.documentId;
  return typeof documentId === 'string' ? documentId : null;
}
