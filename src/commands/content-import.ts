import path from 'node:path';
import { readEnvironment } from '../environment';
import { loadImport } from '../plugins/publishing/server/import/load';
import { parseImportFile } from '../plugins/publishing/server/import/parse';
import { formatProblem, type ImportProblem } from '../plugins/publishing/server/import/problem';
import { fileArgument } from './arguments';
import { recordOf, withStrapi } from './boot';
import { checkDatabase } from './database';

/** `npm run content:import -- FILE`: loads a practice's content whole, or tells every problem and changes nothing. */
export async function main(args: readonly string[], root: string): Promise<number> {
  const file = fileArgument(args, 'npm run content:import -- FILE');
  await checkDatabase(readEnvironment(process.env, root).database, 'own');

  const parsed = await parseImportFile(file, new Date());
  if (!parsed.ok) return refuse(file, parsed.problems);
  const loaded = await withStrapi(root, (strapi) =>
    loadImport(parsed.plan, strapi, recordOf(strapi).preparePictures),
  );
  if (!loaded.ok) return refuse(file, loaded.problems);
  console.log(
    `Imported ${loaded.documents} documents (${loaded.published} published texts) and ${loaded.pictures} pictures.`,
  );
  return 0;
}

function refuse(file: string, problems: readonly ImportProblem[]): number {
  for (const problem of problems) console.error(formatProblem(problem));
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  console.error(
    `IMPORT_REFUSED: ${path.basename(file)} has ${count}, told above; nothing was changed.`,
  );
  return 1;
}
