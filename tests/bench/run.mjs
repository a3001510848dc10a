import { spawn } from 'node:child_process';
import path from 'node:path';
import { exitWith, failure } from '../../src/commands/failure.mjs';
import { prepare, root } from '../../src/commands/prepare.mjs';
import { run, step } from '../../src/commands/step.mjs';

/*
 * npm run bench [-- OPTIONS]: makes the clone ready, compiles the bench beside the server (`dist/bench`), and runs it.
 */

async function main() {
  await prepare({ withTools: true });
  await step('Compiling the bench', 15, compile);
  const program = path.join(root, 'dist/bench/tests/bench/main.js');
  const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  // It has servers and folders to put away first.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) =>
    child.once('close', (code) => resolve(code ?? 1)),
  );
}

async function compile() {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const { succeeded, output } = await run(process.execPath, [compiler, '-p', 'tests/bench'], {
    cwd: root,
  });
  if (succeeded) return;
  throw failure(
    'BUILD_FAILED',
    `Compiling the bench failed.\n${output.trim()}`,
    'Repair what is named above and run the command again.',
  );
}

main().catch(exitWith);
