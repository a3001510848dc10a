import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { failure } from './failure.mjs';
import { fingerprint } from './fingerprint.mjs';
import { run, step } from './step.mjs';

const isPanelFile = (file) => /^src\/(admin|plugins\/[^/]+\/admin)\//.test(file);
const isServerFile = (file) => !isPanelFile(file) && !file.endsWith('.mjs');

/**
 * The two things that are built. `stamp` lies in what was built and holds the fingerprint of what it was built from, so
 * that it is gone when the built files are.
 */
const SERVER = {
  title: 'Compiling the server',
  seconds: 10,
  stamp: 'dist/.fingerprint',
  inputs: ['config', 'src', 'tsconfig.json', 'package-lock.json'],
  isInput: isServerFile,
};
const PANEL = {
  title: 'Building the admin panel',
  seconds: 60,
  stamp: 'dist/build/.fingerprint',
  // Of the configuration, what decides where the panel is and which plugins it shows.
  inputs: ['src', 'config/admin.ts', 'config/plugins.ts', 'config/server.ts', 'package-lock.json'],
  isInput: (file) =>
    isPanelFile(file) || /^(config\/|src\/plugins\/[^/]+\/package\.json$|package-lock)/.test(file),
};

/** Compiles the server (`dist/src`, `dist/config`), unless it is what these sources give. */
export async function buildServer(root) {
  await buildUnlessFresh(root, SERVER, async () => {
    // Beside dist and just as deep, so that source maps hold after the move. A failed build leaves the old one whole.
    const next = path.join(root, 'dist.next');
    await rm(next, { recursive: true, force: true });
    // Types are checked by npm run check, where the packages that describe them are installed.
    const options = [
      '--outDir',
      next,
      '--incremental',
      'false',
      '--tsBuildInfoFile',
      'null',
      '--noCheck',
    ];
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    await succeed('the server', [compiler, '-p', root, ...options], { cwd: root });
    await mkdir(path.join(root, 'dist'), { recursive: true });
    for (const name of await readdir(next)) {
      await rm(path.join(root, 'dist', name), { recursive: true, force: true });
      await rename(path.join(next, name), path.join(root, 'dist', name));
    }
    await rm(next, { recursive: true });
  });
}

/**
 * Builds the admin panel (`dist/build`), unless it is what these sources give. The server must have been built. The panel
 * that was built before stays whole until the new one takes its place.
 *
 * @param {AbortSignal} [signal] ends the build.
 */
export async function buildPanel(root, signal) {
  await buildUnlessFresh(root, PANEL, async () => {
    const next = path.join(root, 'panel.next');
    await rm(next, { recursive: true, force: true });
    await stage(root, next);
    // Strapi reads its whole configuration to build. The panel is the same whatever this machine's settings are, so
    // none of them takes part, and no secret is made.
    const { PATH, HOME, TMPDIR } = process.env;
    const data = path.join(next, 'data');
    const settings = { DATA_FOLDER: data, PUBLIC_FOLDER: data, NODE_ENV: 'production' };
    const quiet = { STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true' };
    const env = { PATH, HOME, TMPDIR, ...settings, ...quiet };
    const strapi = path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js');
    await succeed('the admin panel', [strapi, 'build'], { cwd: next, env, signal });
    await replacePanel(root, path.join(next, 'build'));
    await rm(next, { recursive: true });
  });
}

/**
 * A folder in which Strapi finds what the panel is made of, and a server that is compiled already. In the project's own
 * folder it would compile the server once more (20 seconds), into `dist`, from which a server may be running.
 */
async function stage(root, folder) {
  await mkdir(folder);
  for (const name of ['node_modules', 'package.json', 'src'])
    await symlink(path.join(root, name), path.join(folder, name));
  await symlink(path.join(root, 'dist/config'), path.join(folder, 'config'));
  // Strapi compiles what this names, and builds into the folder that this names.
  const compilerOptions = { outDir: '.', noEmit: true, types: [] };
  await writeFile(path.join(folder, 'nothing.d.ts'), '');
  await writeFile(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['nothing.d.ts'] }),
  );
}

/** Shows people who open the panel that it is being built, until it is; the page then opens it. */
export async function announcePanel(root) {
  if (isFresh(root, PANEL)) return;
  const soon = path.join(root, 'panel.next');
  await rm(soon, { recursive: true, force: true });
  await mkdir(soon);
  await copyFile(path.join(root, 'src/admin/being-built.html'), path.join(soon, 'index.html'));
  await replacePanel(root, soon);
}

async function replacePanel(root, folder) {
  const panel = path.join(root, 'dist/build');
  const former = path.join(root, 'panel.former');
  await rm(former, { recursive: true, force: true });
  if (existsSync(panel)) await rename(panel, former);
  await rename(folder, panel);
  await rm(former, { recursive: true, force: true });
}

async function buildUnlessFresh(root, target, build) {
  if (isFresh(root, target)) return;
  const current = fingerprint(root, target.inputs, target.isInput);
  const stamp = path.join(root, target.stamp);
  await rm(stamp, { force: true });
  await step(target.title, target.seconds, build);
  await writeFile(stamp, current);
}

function isFresh(root, { stamp, inputs, isInput }) {
  const file = path.join(root, stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint(root, inputs, isInput);
}

async function succeed(what, args, options) {
  const { succeeded, output } = await run(process.execPath, args, options);
  if (succeeded) return;
  throw failure(
    'BUILD_FAILED',
    `Building ${what} failed.\n${output.trim()}`,
    'Repair what is named above and run the command again.',
  );
}
