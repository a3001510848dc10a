import { createRequire } from 'node:module';
import { exitWith } from './failure.mjs';
import { prepare, root } from './prepare.mjs';

/*
 * Runs one of the compiled commands: node src/commands/command.mjs NAME …ARGUMENTS. What is missing is installed and
 * compiled first, as npm start does it, so that a backup can be restored into a fresh clone.
 */

/** Commands for who develops: they take what only developing takes. */
const DEVELOPING = new Set(['schema-check']);

async function main() {
  const [name, ...args] = process.argv.slice(2);
  await prepare({ withTools: DEVELOPING.has(name) });
  const { main: command } = createRequire(import.meta.url)(`../../dist/src/commands/${name}.js`);
  process.exit(await command(args, root));
}

main().catch(exitWith);
