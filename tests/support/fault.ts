import path from 'node:path';
import { runProgram } from './command';

/**
 * Compiles a fault of the operating system's, to be loaded in front of what a program finds there.
 *
 * @param source a file in C.
 * @param folder where the compiled one goes.
 * @returns the variables that load it.
 */
export async function compiledFault(
  source: string,
  folder: string,
): Promise<Record<string, string>> {
  const library = path.join(folder, `${path.basename(source, '.c')}.so`);
  const compiled = await runProgram(folder, 'cc', '-shared', '-fPIC', '-o', library, source);
  if (compiled.exitCode !== 0) throw new Error(`${source} was not compiled: ${compiled.errors}`);
  return { LD_PRELOAD: library };
}
