import path from 'node:path';
import { parseArgs } from 'node:util';
import { CommandFailure } from './command-failure';

/** What a command was given, behind `--`. */
export interface Arguments {
  readonly flags: ReadonlySet<string>;
  readonly files: readonly string[];
  /** Options that take a value, those that were given. */
  readonly values: ReadonlyMap<string, string>;
}

/**
 * Reads a command's arguments.
 *
 * @param usage the command line, as a refusal shows it.
 * @param known the flags there are, without their dashes.
 * @param valued the options there are that take a value.
 * @throws CommandFailure `BAD_USAGE`.
 */
export function readArguments(
  args: readonly string[],
  usage: string,
  known: readonly string[] = [],
  valued: readonly string[] = [],
): Arguments {
  try {
    const options: Record<string, { type: 'boolean' | 'string' }> = {};
    for (const flag of known) options[flag] = { type: 'boolean' };
    for (const option of valued) options[option] = { type: 'string' };
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const given = Object.entries(values);
    return {
      flags: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
      values: new Map(
        given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      ),
      files: positionals.map(resolveFile),
    };
  } catch (cause) {
    throw new CommandFailure('BAD_USAGE', (cause as Error).message, `Usage: ${usage}`, { cause });
  }
}

/** A relative file is relative to the folder in which npm was called. */
export function resolveFile(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
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
