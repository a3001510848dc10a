import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
  stamp: 'dist/.fingerprint',
  inputs: ['config', 'src', 'tsconfig.json', 'package-lock.json'],
  isInput: isServerFile,
};
const PANEL = {
  stamp: 'dist/build/.fingerprint',
  // Of the configuration, what decides where the panel is and which plugins it shows.
  inputs: ['src', 'config/admin.ts', 'config/plugins.ts', 'config/server.ts', 'package-lock.json'],
  isInput: (file) =>
    isPanelFile(file) || /^(config\/|src\/plugins\/[^/]+\/package\.json$|package-lock)/.test(file),
};

/** Compiles the server (`dist/src`, `dist/config`), unless it is what these sources give. */
export async function buildServer(root) {
  await buildUnlessFresh(root, SERVER, 'Compiling the server (about 10 seconds)', async () => {
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
    await succeed('the server', root, ['typescript/bin/tsc', '-p', root, ...options]);
    await mkdir(path.join(root, 'dist'), { recursive: true });
    for (const name of await readdir(next)) {
      await rm(path.join(root, 'dist', name), { recursive: true, force: true });
      await rename(path.join(next, name), path.join(root, 'dist', name));
    }
    await rm(next, { recursive: true });
  });
}

/** Builds the admin panel (`dist/build`), unless it is what these sources give. The server must have been built. */
export async function buildPanel(root) {
  await buildUnlessFresh(root, PANEL, 'Building the admin panel (about a minute)', async () => {
    // Strapi reads its whole configuration to build. The panel is the same whatever this machine's settings are, so
    // none of them takes part, and no secret is made.
    const folder = await mkdtemp(path.join(tmpdir(), 'kap-build-'));
    const { PATH, HOME, TMPDIR } = process.env;
    const settings = { DATA_FOLDER: folder, PUBLIC_FOLDER: folder, NODE_ENV: 'production' };
    const quiet = { STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true' };
    try {
      const env = { PATH, HOME, TMPDIR, ...settings, ...quiet };
      await succeed('the admin panel', root, ['@strapi/strapi/bin/strapi.js', 'build'], env);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function buildUnlessFresh(root, { stamp, inputs, isInput }, title, build) {
  const current = fingerprint(root, inputs, isInput);
  const file = path.join(root, stamp);
  if (existsSync(file) && readFileSync(file, 'utf8') === current) return;
  await rm(file, { force: true });
  await step(title, build);
  await writeFile(file, current);
}

async function succeed(what, root, [program, ...args], env = process.env) {
  const file = path.join(root, 'node_modules', program);
  const { succeeded, output } = await run(process.execPath, [file, ...args], { cwd: root, env });
  if (succeeded) return;
  throw failure(
    'BUILD_FAILED',
    `Building ${what} failed.\n${output.trim()}`,
    'Repair what is named above and run the command again.',
  );
}
