import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { failure } from './failure.mjs';
import { run, step } from './step.mjs';

const MINUTE = 60;
/** What compiles SQLite's driver. */
const COMPILERS = ['python3', 'make', 'g++'];

/** Stops where this Node is not one that the project is made for. */
export function checkNode(root) {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const supported = engines.node
    .split(' || ')
    .map((range) => range.slice(1).split('.').map(Number));
  const [runningMajor, runningMinor] = process.versions.node.split('.').map(Number);
  const isRunning = ([major, minor]) => runningMajor === major && runningMinor >= minor;
  if (supported.some(isRunning)) return;
  throw failure(
    'WRONG_NODE',
    `This is Node ${process.versions.node} (${process.execPath}); the project needs Node ${engines.node}.`,
    `Install Node ${supported.at(-1)[0]} (the newest of it), see that it is first in PATH, and run the command again.`,
  );
}

/**
 * Installs what package-lock.json names, unless that is what is installed.
 *
 * @param withTools whether developing and testing is to be done here, too; serving needs none of what that takes.
 */
export async function installMissing(root, withTools) {
  const packages = packagesOf(path.join(root, 'package-lock.json'));
  if (packages === null) {
    throw failure(
      'NO_LOCKFILE',
      `${path.join(root, 'package-lock.json')} cannot be read.`,
      'Get the file back (git checkout package-lock.json) and run the command again.',
    );
  }
  const isWanted = (one) => withTools || !one.dev;
  if (!isInstalled(root, packages, isWanted)) await install(root, packages, isWanted);
  await compileDriver(root);
}

async function install(root, packages, isWanted) {
  // npm takes away what it is told to leave out. Where the tools are there, somebody wants them.
  const hasTools = Object.values(installedIn(root) ?? {}).some((one) => one.dev);
  const tools = hasTools || isWanted({ dev: true }) ? '--include=dev' : '--omit=dev';
  const count = Object.values(packages).filter(isWanted).length;
  await step(`Installing ${count} packages`, 4 * MINUTE, async () => {
    // Not `npm ci`: a lockfile that was written behind a mirror without other systems' binaries does not name these,
    // and `npm ci` then refuses to install anything. This installs the versions of the lockfile, and leaves it alone.
    const { succeeded, output } = await run(
      'npm',
      ['install', '--no-save', '--no-audit', '--no-fund', tools],
      { cwd: root, env: environmentOfNpm() },
    );
    if (!succeeded) throw diagnose(output);
  });
  if (!isInstalled(root, packages, isWanted)) {
    console.error(
      'LOCKFILE_STALE: package-lock.json does not fit package.json, so this is installed anew each time. ' +
        'Run "npm install" and commit the lockfile.',
    );
  }
}

/**
 * Whether node_modules holds what package-lock.json names. npm writes down what it has installed as the last thing it
 * does, so an installation that was broken off does not count, whoever ran it.
 */
function isInstalled(root, packages, isWanted) {
  const installed = installedIn(root);
  if (installed === null) return false;
  return Object.entries(packages).every(([name, wanted]) => {
    if (name === '' || !isWanted(wanted)) return true;
    const present = installed[name];
    // Binaries for other machines are named, and not installed.
    if (present === undefined) return wanted.optional === true || wanted.devOptional === true;
    return present.version === wanted.version && present.integrity === wanted.integrity;
  });
}

function installedIn(root) {
  return packagesOf(path.join(root, 'node_modules/.package-lock.json'));
}

/**
 * No package runs a script of its own while it is installed (.npmrc). The one that may need it is SQLite's driver
 * (src/sqlite/driver.ts says which one is for which Node): for Node 20, and where its binaries do not run, it is compiled.
 */
async function compileDriver(root) {
  const [major] = process.versions.node.split('.');
  const name = Number(major) >= 22 ? 'better-sqlite3' : 'better-sqlite3-12';
  const folder = path.join(root, 'node_modules', name);
  if (!existsSync(folder)) return;
  const opens = async () => {
    const attempt = `new (require('${name}'))(':memory:').close()`;
    return (await run(process.execPath, ['-e', attempt], { cwd: root })).succeeded;
  };
  if (await opens()) return;
  await step(`Compiling SQLite's driver for Node ${major}`, MINUTE, async () => {
    const options = { cwd: folder, env: environmentOfNpm() };
    const { output } = await run('npm', ['run', 'build-release'], options);
    if (!(await opens())) throw diagnose(output);
  });
}

/**
 * Where Node's headers lie beside it, the driver is compiled with these, and need not fetch any. They come before what
 * somebody has set in npm's configuration once, which may be another Node's.
 */
function environmentOfNpm() {
  const prefix = path.resolve(process.execPath, '../..');
  // npm's package of Node has them in a package within, one for each kind of machine.
  const within = `node_modules/node-${process.platform}-${process.arch}`;
  const folders = [prefix, path.join(prefix, within)];
  const nodedir = folders.find((folder) => existsSync(path.join(folder, 'include/node/node.h')));
  return { ...process.env, ...(nodedir !== undefined && { npm_config_nodedir: nodedir }) };
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Why installing failed, as far as its output and this machine tell. */
function diagnose(output) {
  const end = output.trim().split('\n').slice(-20).join('\n');
  const missing = COMPILERS.filter((program) => !isInPath(program));
  if (/node-gyp|gyp ERR/.test(output) && missing.length > 0) {
    return failure(
      'COMPILER_MISSING',
      `SQLite's driver had to be compiled, and this machine lacks ${missing.join(', ')}.\n${end}`,
      'Install them (Debian, Ubuntu: apt-get install python3 make g++) and run the command again; or use Node 24, for ' +
        'which nothing has to be compiled on usual machines.',
    );
  }
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT)\b/.test(output)) {
    return failure(
      'REGISTRY_UNREACHABLE',
      `npm could not reach its registry.\n${end}`,
      'See that the network, and a proxy if there is one, let npm through (npm ping), and run the command again.',
    );
  }
  return failure(
    'INSTALL_FAILED',
    `npm install failed.\n${end}`,
    'Repair what npm names above and run the command again.',
  );
}

function isInPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, program)));
}
