import type { Core } from '@strapi/strapi';
import path from 'node:path';
import { addLocales } from '../plugins/publishing/server/import/add-locales';
import { loadImport } from '../plugins/publishing/server/import/load';
import { parseImportFile } from '../plugins/publishing/server/import/parse';
import { formatProblem } from '../plugins/publishing/server/import/problem';
import { contentUid } from '../plugins/publishing/server/import/uid';
import { contentTypeNames } from '../publications/content';
import { recordOf, withStrapi } from './boot';
import { CommandFailure } from './command-failure';

/** Boots Strapi to give an empty database the sample practice. */
export async function seed(root: string): Promise<void> {
  await withStrapi(root, (strapi) => seedIfEmpty(strapi, root, new Date()));
}

/**
 * Gives an empty database the sample practice: one that has no content of any type, and whose log never had any.
 *
 * @param now what the sample's relative dates count from.
 */
export async function seedIfEmpty(strapi: Core.Strapi, root: string, now: Date): Promise<void> {
  if (!(await isEmpty(strapi))) return;
  const file = path.join(root, 'database/sample/practice.yaml');
  const parsed = await parseImportFile(file, now);
  if (!parsed.ok) throw broken(parsed.problems.map(formatProblem));
  await addLocales(parsed.plan, strapi);
  const loaded = await loadImport(parsed.plan, strapi, recordOf(strapi).preparePictures);
  if (!loaded.ok) throw broken(loaded.problems.map(formatProblem));
  console.error(
    `The database was empty: it now has the sample practice (${loaded.documents} documents, ` +
      `${loaded.published} published texts, ${loaded.pictures} pictures).`,
  );
}

async function isEmpty(strapi: Core.Strapi): Promise<boolean> {
  const log = strapi.db.connection('publications').whereNot({ kind: 'Configured' });
  if (await log.first('sequence')) return false;
  for (const type of contentTypeNames) {
    if ((await strapi.db.query(contentUid(type)).count()) > 0) return false;
  }
  return true;
}

function broken(problems: readonly string[]): CommandFailure {
  return new CommandFailure(
    'SAMPLE_REFUSED',
    `The sample practice cannot be loaded.\n${problems.join('\n')}`,
    'Get database/sample back as it was released (git checkout database/sample).',
  );
}
