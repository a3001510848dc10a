import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import type { Row } from '../record/content-model';
import { lockLog } from '../record/log';
import { findObstacles, problemIn } from './obstacles';
import type { ImportPlan, PlannedDocument, PlannedVersion } from './plan';
import { inOrder, type ImportProblem } from './problem';
import { strapiData } from './strapi-data';
import { contentUid } from './uid';
import { Uploads } from './uploads';

/** How far a load has come. */
export interface LoadProgress {
  readonly step: 'pictures' | 'drafts' | 'publications';
  /** Of this step; both count pictures, or documents in one language. */
  readonly done: number;
  readonly total: number;
}

/** What a load made, or what kept it from making anything. */
export type LoadResult =
  | {
      readonly ok: true;
      readonly documents: number;
      readonly published: number;
      readonly pictures: number;
    }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

/**
 * Makes a plan's documents in Strapi, through its document service, so that whatever watches over publishing sees each of
 * them: pictures, then every draft in every language, then the publications. All documents in one transaction: if a slug
 * is taken or Strapi turns a document down, nothing has changed. Pictures go before it, since copying files takes time
 * for which nobody else should wait, and are deleted again if the documents were turned down.
 *
 * @param preparePictures makes ready what was uploaded, before the documents that show it are published.
 * @throws whatever fails for another reason than the plan (the database, the disk), after the same undoing.
 */
export async function loadImport(
  plan: ImportPlan,
  strapi: Core.Strapi,
  preparePictures: (files: readonly Row[]) => Promise<void>,
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<LoadResult> {
  const uploads = new Uploads(strapi);
  try {
    stopAt(await findObstacles(plan, strapi));
    for (const [index, picture] of plan.pictures.entries()) {
      await uploads.add(picture);
      onProgress({ step: 'pictures', done: index + 1, total: plan.pictures.length });
    }
    await preparePictures(uploads.files());
    return await strapi.db.transaction(async ({ trx }): Promise<LoadResult> => {
      await lockLog(trx as Knex.Transaction);
      // Again, now that nobody else can take a slug meanwhile.
      stopAt(await findObstacles(plan, strapi));
      const problems: ImportProblem[] = [];
      const documentIds = await makeDrafts(plan, strapi, uploads, problems, onProgress);
      const published = await publish(plan, strapi, documentIds, problems, onProgress);
      stopAt(problems);
      return { ok: true, documents: documentIds.size, published, pictures: plan.pictures.length };
    });
  } catch (error) {
    await uploads.takeBack();
    if (error instanceof Refusal)
      return { ok: false, problems: inOrder(error.problems, plan.defaultLocalePlace.file) };
    throw error;
  }
}

/** Leaves the transaction, so that it rolls back. */
class Refusal extends Error {
  constructor(readonly problems: readonly ImportProblem[]) {
    super('The import was refused.');
  }
}

function stopAt(problems: readonly ImportProblem[]): void {
  if (problems.length > 0) throw new Refusal(problems);
}

/** Returns the document id of each key. */
async function makeDrafts(
  plan: ImportPlan,
  strapi: Core.Strapi,
  uploads: Uploads,
  problems: ImportProblem[],
  onProgress: (progress: LoadProgress) => void,
): Promise<ReadonlyMap<string, string>> {
  const documentIds = new Map<string, string>();
  const names = {
    fileId: (sha256: string) => uploads.fileId(sha256),
    documentId: (key: string) => {
      const documentId = documentIds.get(key);
      if (documentId === undefined) throw new NotMade();
      return documentId;
    },
  };
  await forEachVersion(plan.documents, 'drafts', onProgress, async (document, version) => {
    const made = await collectRefusal(problems, version, async () => {
      const service = strapi.documents(contentUid(document.type));
      const data = strapiData(document.type, version, names);
      const locale = version.locale === null ? {} : { locale: version.locale };
      const documentId = documentIds.get(document.key);
      if (documentId === undefined) return service.create({ data, ...locale });
      return service.update({ documentId, data, ...locale });
    });
    if (made) documentIds.set(document.key, made.documentId);
  });
  return documentIds;
}

async function publish(
  plan: ImportPlan,
  strapi: Core.Strapi,
  documentIds: ReadonlyMap<string, string>,
  problems: ImportProblem[],
  onProgress: (progress: LoadProgress) => void,
): Promise<number> {
  // A document that was turned down as a draft cannot be tried, and is told already.
  const tried = plan.documents.filter(({ key, publish }) => publish && documentIds.has(key));
  return forEachVersion(tried, 'publications', onProgress, async (document, version) => {
    const documentId = documentIds.get(document.key) ?? '';
    const locale = version.locale === null ? {} : { locale: version.locale };
    const service = strapi.documents(contentUid(document.type));
    await collectRefusal(problems, version, () => service.publish({ documentId, ...locale }));
  });
}

/** One after the other: several at once would share a connection that does one thing at a time. */
async function forEachVersion(
  documents: readonly PlannedDocument[],
  step: LoadProgress['step'],
  onProgress: (progress: LoadProgress) => void,
  act: (document: PlannedDocument, version: PlannedVersion) => Promise<void>,
): Promise<number> {
  const total = documents.reduce((sum, { versions }) => sum + versions.length, 0);
  let done = 0;
  for (const document of documents) {
    for (const version of document.versions) {
      await act(document, version);
      done += 1;
      onProgress({ step, done, total });
    }
  }
  return total;
}

/** The document that another one names was turned down, which is told already. */
class NotMade extends Error {}

/** Turns a refusal by Strapi into problems, so that the next document is tried too. Returns null where it refused. */
async function collectRefusal<Result>(
  problems: ImportProblem[],
  version: PlannedVersion,
  act: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof NotMade) return null;
    if (!(error instanceof errors.ApplicationError)) throw error;
    const refusal = error as errors.ApplicationError<string, string, unknown>;
    for (const { path, message } of fieldErrorsOf(refusal)) {
      problems.push(problemIn(version, path, 'REFUSED', message));
    }
    return null;
  }
}

interface FieldError {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Strapi's validation lists each field's error with its path, numbers in it written as text; others only speak. */
function fieldErrorsOf({ details, message }: { details: unknown; message: string }): FieldError[] {
  const hasErrors = typeof details === 'object' && details !== null && 'errors' in details;
  if (!hasErrors || !Array.isArray(details.errors)) return [{ path: [], message }];
  return (details.errors as FieldError[]).map((error) => ({
    message: error.message,
    path: error.path.map((step) => (/^\d+$/.test(String(step)) ? Number(step) : step)),
  }));
}
