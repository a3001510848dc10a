import { existsSync, readFileSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
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
  await buildUnlessFresh(root, SERVER, async (stamp) => {
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
    await writeFile(path.join(root, SERVER.stamp), stamp);
  });
}

/**
 * Builds the admin panel (`dist/build`), unless it is what these sources give. The server must have been built. The panel
 * that was built before stays whole until the new one takes its place.
 *
 * @param {AbortSignal} [signal] ends the build.
 */
export async function buildPanel(root, signal) {
  await buildUnlessFresh(root, PANEL, async (stamp) => {
    const next = await emptyFolder(root);
    try {
      await stage(root, next);
      // Strapi reads its whole configuration to build. The panel is the same whatever this machine's settings are, so
      // none of them takes part, and no secret is made.
      const { PATH, HOME, TMPDIR } = process.env;
      const data = path.join(next, 'data');
      const settings = { DATA_FOLDER: data, PUBLIC_FOLDER: data, NODE_ENV: 'production' };
      const quiet = {
        STRAPI_TELEMETRY_DISABLED: 'true',
        STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
      };
      const env = { PATH, HOME, TMPDIR, ...settings, ...quiet };
      const strapi = path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js');
      await succeed('the admin panel', [strapi, 'build'], { cwd: next, env, signal });
      await writeFile(path.join(next, path.relative('dist', PANEL.stamp)), stamp);
      await replacePanel(root, path.join(next, 'build'));
    } finally {
      await rm(next, { recursive: true, force: true, maxRetries: 3 });
    }
  });
}

/**
 * A folder in which Strapi finds what the panel is made of, and a server that is compiled already. In the project's own
 * folder it would compile the server once more (20 seconds), into `dist`, from which a server may be running.
 */
async function stage(root, folder) {
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
  const soon = await emptyFolder(root);
  await copyFile(path.join(root, 'src/admin/being-built.html'), path.join(soon, 'index.html'));
  await replacePanel(root, soon);
}

/**
 * A folder of this process's own: somebody may build beside it, and what was killed may leave a builder that goes on.
 * Folders of processes that are gone are removed.
 */
async function emptyFolder(root) {
  for (const name of await readdir(root)) {
    const pid = /^panel\.next\.(\d+)/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(path.join(root, name), { recursive: true, force: true, maxRetries: 3 });
  }
  return mkdtemp(path.join(root, `panel.next.${process.pid}.`));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function replacePanel(root, folder) {
  const panel = path.join(root, 'dist/build');
  for (;;) {
    const former = await emptyFolder(root);
    if (existsSync(panel)) await rename(panel, path.join(former, 'build')).catch(unless('ENOENT'));
    const isDone = await rename(folder, panel).then(() => true, unless('ENOTEMPTY', 'EEXIST'));
    await rm(former, { recursive: true, force: true });
    // Else another process has put its own there in this very moment.
    if (isDone) return;
  }
}

const unless =
  (...codes) =>
  (error) => {
    if (!codes.includes(error.code)) throw error;
  };

/** @param build leaves the stamp that it is given, once all else is in its place. */
async function buildUnlessFresh(root, target, build) {
  if (isFresh(root, target)) return;
  const stamp = fingerprint(root, target.inputs, target.isInput);
  await rm(path.join(root, target.stamp), { force: true });
  await step(target.title, target.seconds, () => build(stamp));
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
