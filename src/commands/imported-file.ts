import type { Core } from '@strapi/strapi';
import path from 'node:path';
import { loadImport } from '../plugins/publishing/server/import/load';
import { parseImportFile } from '../plugins/publishing/server/import/parse';
import { formatProblem, type ImportProblem } from '../plugins/publishing/server/import/problem';
import { recordOf } from './boot';

/** What came of an import, in the words for who typed the command. */
export type ImportReport =
  | { readonly exitCode: 0; readonly output: string }
  | { readonly exitCode: 1; readonly errors: readonly string[] };

/**
 * Loads a practice's content whole, or tells every problem and changes nothing.
 *
 * @param file its whole path.
 * @param withStrapi called only where the file is sound: it may boot one.
 * @param signal gives the import up; nothing of it is kept.
 */
export async function importFile(
  file: string,
  withStrapi: <Result>(work: (strapi: Core.Strapi) => Promise<Result>) => Promise<Result>,
  signal?: AbortSignal,
): Promise<ImportReport> {
  const parsed = await parseImportFile(file, new Date());
  if (!parsed.ok) return refused(file, parsed.problems);
  const loaded = await withStrapi((strapi) =>
    loadImport(parsed.plan, strapi, recordOf(strapi).preparePictures, () =>
      signal?.throwIfAborted(),
    ),
  );
  if (!loaded.ok) return refused(file, loaded.problems);
  const output = `Imported ${loaded.documents} documents (${loaded.published} published texts) and ${loaded.pictures} pictures.`;
  return { exitCode: 0, output };
}

function refused(file: string, problems: readonly ImportProblem[]): ImportReport {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  const sum = `IMPORT_REFUSED: ${path.basename(file)} has ${count}, told above; nothing was changed.`;
  return { exitCode: 1, errors: [...problems.map(formatProblem), sum] };
}
