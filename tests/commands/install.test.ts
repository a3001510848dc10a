import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runScript, type CommandOutcome } from '../support/command';
import { appFolder, type AppFolder } from '../support/strapi';

const COMMANDS = path.resolve(__dirname, '../../src/commands');

/** How npm is called. */
const INSTALL = 'install --no-save --no-audit --no-fund --include=dev\n';

describe('Installing what is missing', () => {
  let clone: string;
  let folder: AppFolder;

  beforeEach(async () => {
    folder = await appFolder();
    clone = await mkdtemp(path.join(tmpdir(), 'kap-clone-'));
    await cp(COMMANDS, path.join(clone, 'src/commands'), { recursive: true });
    await write(
      'package.json',
      JSON.stringify({ engines: { node: '^20.19.0 || ^22.12.0 || ^24.0.0' } }),
    );
    await writeLockfile('1.0.0');
  });

  afterEach(async () => {
    await rm(clone, { recursive: true });
    await folder.remove();
  });

  /** What the lockfile names, and what npm writes down when it has installed that. */
  async function writeLockfile(version: string): Promise<void> {
    const needed = { version, integrity: `sha512-${version}` };
    const elsewhere = { version, optional: true };
    const packages = { '': { name: 'practice' }, 'node_modules/needed': needed };
    const lockfile = { packages: { ...packages, 'node_modules/for-another-machine': elsewhere } };
    await write('package-lock.json', JSON.stringify(lockfile));
    await write('installed', JSON.stringify({ packages }));
  }

  async function write(name: string, text: string): Promise<void> {
    await mkdir(path.dirname(path.join(clone, name)), { recursive: true });
    await writeFile(path.join(clone, name), text);
  }

  /** Runs `npm start` as far as the installation, with this in npm's place. */
  async function install(npm: string, ...options: string[]): Promise<CommandOutcome> {
    await write('bin/npm', `#!/bin/sh\n${npm}\n`);
    await chmod(path.join(clone, 'bin/npm'), 0o755);
    const env = { PATH: `${path.join(clone, 'bin')}:/usr/bin:/bin` };
    const start = path.join(clone, 'src/commands/start.mjs');
    return runScript(
      { folder, env },
      start,
      ...(options.length > 0 ? options : ['--install-only']),
    );
  }

  const succeed =
    'echo "$@" >> calls; mkdir -p node_modules; cp installed node_modules/.package-lock.json';
  const calls = () => readFile(path.join(clone, 'calls'), 'utf8');

  it('installs in a clone that has nothing, once', async () => {
    expect(await install(succeed)).toMatchObject({ exitCode: 0 });
    expect(await install(succeed)).toMatchObject({ exitCode: 0, errors: '' });
    expect(await calls()).toBe(INSTALL);
  });

  it('installs again where the lockfile names something else', async () => {
    await install(succeed);
    await writeLockfile('1.0.1');
    await install(succeed);
    expect(await calls()).toBe(INSTALL.repeat(2));
  });

  it('installs for serving nothing that only developing takes, and takes none of it away', async () => {
    const needed = { version: '1.0.0', integrity: 'sha512-1.0.0' };
    const tool = { version: '1.0.0', integrity: 'sha512-tool', dev: true };
    const packages = { 'node_modules/needed': needed };
    const all = { ...packages, 'node_modules/tool': tool };
    await write('package-lock.json', JSON.stringify({ packages: all }));
    await write('installed', JSON.stringify({ packages }));
    // There is nothing to build in this clone, which is told behind the installation.
    const serve = () => install(succeed, '--build-only');
    expect((await serve()).errors).toContain('BUILD_FAILED');
    await serve();
    expect(await calls()).toBe(INSTALL.replace('--include', '--omit'));

    await write('installed', JSON.stringify({ packages: all }));
    await install(succeed);
    await write(
      'node_modules/.package-lock.json',
      JSON.stringify({ packages: { 'node_modules/tool': tool } }),
    );
    await serve();
    expect(await calls()).toBe(INSTALL.replace('--include', '--omit') + INSTALL.repeat(2));
  });

  it('says so where what npm installs is not what the lockfile names', async () => {
    await writeLockfile('1.0.1');
    await write('installed', JSON.stringify({ packages: {} }));
    expect((await install(succeed)).errors).toContain('LOCKFILE_STALE');
  });

  it('installs again where an installation was broken off', async () => {
    await install('mkdir -p node_modules/needed; exit 1');
    await install(succeed);
    expect(await calls()).toBe(INSTALL);
  });

  it.each([
    ['npm error code EAI_AGAIN', 'REGISTRY_UNREACHABLE', 'the network'],
    ['npm error code ENOTFOUND', 'REGISTRY_UNREACHABLE', 'the network'],
    ['npm error code ERESOLVE', 'INSTALL_FAILED', 'Repair what npm names'],
  ])('says what to do about "%s"', async (message, code, advice) => {
    const failed = await install(`echo "${message}" >&2; exit 1`);
    expect(failed.exitCode).toBe(1);
    expect(failed.errors).toContain(`${code}: `);
    expect(failed.errors).toContain(message);
    expect(failed.errors).toContain(advice);
  });

  it("names the compiler that SQLite's driver needs and the machine lacks", async () => {
    await write('bin/npm', '#!/bin/sh\necho "npm error gyp ERR! find Python" >&2; exit 1\n');
    await chmod(path.join(clone, 'bin/npm'), 0o755);
    const start = path.join(clone, 'src/commands/start.mjs');
    const env = { PATH: path.join(clone, 'bin') };
    const failed = await runScript({ folder, env }, start, '--install-only');
    expect(failed.exitCode).toBe(1);
    expect(failed.errors).toContain('COMPILER_MISSING');
    expect(failed.errors).toContain('lacks python3, make, g++');
    expect(failed.errors).toContain('apt-get install python3 make g++');
  });

  it('refuses another Node than the project is made for', async () => {
    await write('package.json', JSON.stringify({ engines: { node: '^97.0.0 || ^98.1.0' } }));
    const failed = await install(succeed);
    expect(failed.exitCode).toBe(1);
    expect(failed.errors).toContain('WRONG_NODE');
    expect(failed.errors).toContain('the project needs Node ^97.0.0 || ^98.1.0');
  });

  it('says so where the lockfile is missing', async () => {
    await rm(path.join(clone, 'package-lock.json'));
    const failed = await install(succeed);
    expect(failed.exitCode).toBe(1);
    expect(failed.errors).toContain('NO_LOCKFILE');
  });
});
