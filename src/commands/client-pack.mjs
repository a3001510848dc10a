import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exitWith, failure } from './failure.mjs';
import { installMissing } from './install.mjs';
import { root } from './prepare.mjs';
import { run } from './step.mjs';

/*
 * npm run client:pack [-- FOLDER]: compiles the client and packs it as others install it, into dist/packages or FOLDER.
 * What is said on the standard output is the tarball's path.
 */

async function succeed(what, program, args, cwd) {
  const { succeeded, output } = await run(program, args, { cwd, env: process.env });
  if (succeeded) return output;
  throw failure('PACK_FAILED', `${what} failed.\n${output.trim()}`, 'Repair what is named above.');
}

async function main() {
  const base = process.env.INIT_CWD ?? process.cwd();
  const folder = path.resolve(base, process.argv[2] ?? path.join(root, 'dist/packages'));
  await installMissing(root, true);
  // A folder of its own: two that pack at the same time must not take each other's files away.
  const built = await mkdtemp(path.join(tmpdir(), 'kap-client-'));
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const source = path.join(root, 'src/client');
  await succeed(
    'Compiling the client',
    process.execPath,
    [compiler, '-p', source, '--outDir', built],
    root,
  );
  for (const part of ['package.json', 'README.md', 'operations']) {
    await cp(path.join(source, part), path.join(built, part), { recursive: true });
  }
  await mkdir(folder, { recursive: true });
  const packing = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  await succeed('Packing the client', 'npm', packing, built);
  await rm(built, { recursive: true });
  console.log(path.join(folder, 'kap-content-client-0.1.0.tgz'));
}

main().catch(exitWith);
