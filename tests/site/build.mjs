import { execFile } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const run = promisify(execFile);

/**
 * Builds the site in a folder as a team outside this project would: with the packed client, installed from its tarball,
 * and nothing else of ours.
 *
 * @returns the program that serves it.
 */
export async function buildSite(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pack = path.join(root, 'src/commands/client-pack.mjs');
  const { stdout } = await run(process.execPath, [pack, folder], { cwd: folder });
  const tarball = stdout.trim().split('\n').at(-1);
  await cp(here, path.join(folder, 'src'), { recursive: true });
  await cp(path.join(here, 'package.json'), path.join(folder, 'package.json'));
  const install = ['install', '--offline', '--no-audit', '--no-fund', tarball];
  await run('npm', install, { cwd: folder });
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: ['node'],
    typeRoots: [path.join(root, 'node_modules/@types')],
    rootDir: 'src',
    outDir: 'built',
  };
  const configuration = JSON.stringify({ compilerOptions, include: ['src/**/*.ts'] });
  await writeFile(path.join(folder, 'tsconfig.json'), configuration);
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [compiler, '-p', '.'], { cwd: folder });
  await cp(path.join(here, 'style.css'), path.join(folder, 'built/style.css'));
  return path.join(folder, 'built/main.js');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await buildSite(path.resolve(process.argv[2])));
  } catch (error) {
    console.error(error.stdout ?? '', error.stderr ?? error);
    process.exitCode = 1;
  }
}
