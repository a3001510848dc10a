import path from 'node:path';
import { parseArgs } from 'node:util';
import { CommandFailure } from './command-failure';

/** What a command was given, behind `--`. */
export interface Arguments {
  readonly flags: ReadonlySet<string>;
  readonly files: readonly string[];
}

/**
 * Reads a command's arguments. A relative file is relative to the folder in which npm was called.
 *
 * @param usage the command line, as a refusal shows it.
 * @param known the flags there are, without their dashes.
 * @throws CommandFailure `BAD_USAGE`.
 */
export function readArguments(
  args: readonly string[],
  usage: string,
  known: readonly string[] = [],
): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(known.map((flag) => [flag, { type: 'boolean' as const }])),
    });
    const folder = process.env.INIT_CWD ?? process.cwd();
    return {
      flags: new Set(Object.keys(values)),
      files: positionals.map((file) => path.resolve(folder, file)),
    };
  } catch (cause) {
    throw new CommandFailure('BAD_USAGE', (cause as Error).message, `Usage: ${usage}`, { cause });
  }
}

/** The one file that a command needs. */
export function fileArgument(args: readonly string[], usage: string): string {
  const { files } = readArguments(args, usage);
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new CommandFailure('BAD_USAGE', 'One file is wanted.', `Usage: ${usage}`);
  }
  return file;
}
