import { stat } from 'node:fs/promises';
import { readEnvironment } from '../environment';
import { fileArgument } from './arguments';
import { withStrapi } from './boot';
import { claimDatabase } from './claim';
import { CommandFailure } from './command-failure';
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
    // The hub would take /dev/stdin for its own.
    const isFile = await stat(file).then(
      (stats) => stats.isFile(),
      () => true,
    );
    if (!isFile) throw notAFile(file);
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

function notAFile(file: string): CommandFailure {
  const what = `${file} is no file, and the hub that is running can load nothing else.`;
  return new CommandFailure('NOT_A_FILE', what, 'Write the content into a file, and name that.');
}

function tell(report: ImportReport): number {
  if (report.exitCode === 0) console.log(report.output);
  else for (const line of report.errors) console.error(line);
  return report.exitCode;
}
