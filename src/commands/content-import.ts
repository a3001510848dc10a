import { readEnvironment } from '../environment';
import { fileArgument } from './arguments';
import { withStrapi } from './boot';
import { claimDatabase } from './claim';
import { checkDatabase } from './database';
import { handImport } from './import-socket';
import { importFile, type ImportReport } from './imported-file';

/**
 * `npm run content:import -- FILE`: loads a practice's content whole, or tells every problem and changes nothing. Where a
 * hub serves from the same SQLite file, it is the hub that loads it: that file has one writer.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const file = fileArgument(args, 'npm run content:import -- FILE');
  const { database, dataFolder } = readEnvironment(process.env, root);
  await checkDatabase(database, 'own');

  let release: () => void;
  try {
    release = claimDatabase(database);
  } catch (claimed) {
    const report = await handImport(dataFolder, file);
    if (report === null) throw claimed;
    return tell(report);
  }
  try {
    return tell(await importFile(file, (work) => withStrapi(root, work)));
  } finally {
    release();
  }
}

function tell(report: ImportReport): number {
  if (report.exitCode === 0) console.log(report.output);
  else for (const line of report.errors) console.error(line);
  return report.exitCode;
}
