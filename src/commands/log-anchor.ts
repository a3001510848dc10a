import { readEnvironment } from '../environment';
import { formatAnchor } from '../publications/anchor';
import { readArguments } from './arguments';
import { withLogReader } from './log-reader';

/**
 * `npm run --silent log:anchor >> FILE`: tells where the log ends, in a line to be kept on another machine.
 * `npm run log:verify -- --anchor FILE` holds the log against every line.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  readArguments(args, 'npm run --silent log:anchor >> FILE');
  const { database } = readEnvironment(process.env, root);
  console.log(formatAnchor(await withLogReader(database, (reader) => reader.head())));
  return 0;
}
