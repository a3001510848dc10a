import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runScript, type CommandOutcome } from '../support/command';
import { appFolder, type AppFolder } from '../support/strapi';
import { until } from '../support/until';

const COMMANDS = path.resolve(__dirname, '../../src/commands');

/** Does what the compiler does, as far as the build knows: it fills the folder that it is told. */
const COMPILER = `
const { cpSync, readFileSync } = require('node:fs');
if (readFileSync('src/index.ts', 'utf8').includes('mistake')) {
  console.log('src/index.ts(1,1): error TS1: A mistake.');
  process.exit(2);
}
const target = process.argv[process.argv.indexOf('--outDir') + 1];
cpSync('src', target + '/src', { recursive: true });
cpSync('src/config', target + '/config', { recursive: true });
`;

/** Does what Strapi's build does, once it may: it reads what the panel is made of, and fills the folder "build". */
const STRAPI = `
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const panel = readFileSync('src/admin/app.tsx', 'utf8');
require(require('node:path').resolve('config/server.js'));
const build = () => {
  if (panel.includes('waits') && !existsSync(process.env.HOME + '/go')) return setTimeout(build, 20);
  if (panel.includes('mistake')) throw new Error('A mistake in the panel.');
  mkdirSync('build', { recursive: true });
  writeFileSync('build/index.html', panel + JSON.stringify(process.env));
};
build();
`;

/** Stands for the hub: says that it serves, until it is ended. */
const SERVE = `
exports.serve = async () => {
  console.error('It serves.');
  process.on('SIGTERM', () => process.exit(0));
  setInterval(() => undefined, 1000);
};
`;

describe('Building what is stale', () => {
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
    await write('package-lock.json', JSON.stringify({ packages: {} }));
    await write('node_modules/.package-lock.json', JSON.stringify({ packages: {} }));
    await write('node_modules/typescript/bin/tsc', COMPILER);
    await write('node_modules/@strapi/strapi/bin/strapi.js', STRAPI);
    await write('src/index.ts', 'first');
    await write('src/api/old/schema.json', '{}');
    await write('src/admin/app.tsx', 'panel');
    await write('src/admin/being-built.html', 'The panel is being built');
    await write('src/config/server.js', '');
    await write('src/commands/serve.js', SERVE);
    await write('src/commands/preflight.js', 'exports.checkMachine = () => undefined;');
    expect(await build()).toMatchObject({ exitCode: 0 });
  });

  afterEach(async () => {
    await rm(clone, { recursive: true });
    await folder.remove();
  });

  async function write(name: string, text: string): Promise<void> {
    await mkdir(path.dirname(path.join(clone, name)), { recursive: true });
    await writeFile(path.join(clone, name), text);
  }

  const build = (env: Record<string, string> = {}): Promise<CommandOutcome> =>
    runScript({ folder, env }, path.join(clone, 'src/commands/start.mjs'), '--build-only');

  const compiled = () => readFile(path.join(clone, 'dist/src/index.ts'), 'utf8');

  it('does nothing where nothing has changed', async () => {
    expect(await build()).toMatchObject({ exitCode: 0, errors: '' });
  });

  it('compiles the server alone where the server has changed', async () => {
    await write('src/index.ts', 'second');
    const { errors } = await build();
    expect(errors).toContain('Compiling the server');
    expect(errors).not.toContain('Building the admin panel');
    expect(await compiled()).toBe('second');
  });

  it('builds the panel alone where the panel has changed', async () => {
    await write('src/admin/app.tsx', 'another panel');
    const { errors } = await build();
    expect(errors).not.toContain('Compiling the server');
    expect(errors).toContain('Building the admin panel');
  });

  it('builds the same panel whatever the settings of the machine are', async () => {
    await write('src/admin/app.tsx', 'another panel');
    await build({ DATABASE_URL: 'postgres://elsewhere/kap', STRAPI_ADMIN_BACKEND_URL: '/else' });
    const environment = await readFile(path.join(clone, 'dist/build/index.html'), 'utf8');
    expect(environment).not.toContain('else');
  });

  const page = () => readFile(path.join(clone, 'dist/build/index.html'), 'utf8');

  it('keeps the panel that was built before where another cannot be built', async () => {
    await write('src/admin/app.tsx', 'mistake');
    const failed = await build();
    expect(failed.exitCode).toBe(1);
    expect(failed.errors).toContain('A mistake in the panel.');
    expect(await page()).toMatch(/^panel/);
  });

  it('builds a whole panel where two build at once', async () => {
    await write('src/admin/app.tsx', 'panel that waits');
    const both = [build(), build()];
    await until(async () => {
      const folders = (await readdir(clone)).filter((name) => name.startsWith('panel.next.'));
      return folders.length === 2;
    });
    await writeFile(path.join(folder.path, 'go'), '');
    for (const one of both) expect(await one).toMatchObject({ exitCode: 0 });
    expect(await page()).toMatch(/^panel that waits/);
    expect(await build()).toMatchObject({ exitCode: 0, errors: '' });
    expect((await readdir(clone)).join()).not.toContain('panel.next');
  });

  describe('and starting', () => {
    /** Starts as a person does; what it has said so far, and how it ended. */
    function start() {
      const child = spawn(process.execPath, [path.join(clone, 'src/commands/start.mjs')], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH: process.env.PATH, HOME: folder.path },
      });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      return { child, said: () => said, ended };
    }

    it('serves while the panel is built, and says so to who opens it', async () => {
      await write('src/admin/app.tsx', 'panel that waits');
      const hub = start();
      await until(() => hub.said().includes('It serves.'));
      expect(await page()).toBe('The panel is being built');
      await writeFile(path.join(folder.path, 'go'), '');
      await until(async () => (await page()).startsWith('panel that waits'));
      hub.child.kill('SIGTERM');
      expect(await hub.ended).toBe(0);
    });

    it('ends with the panel half built when it is told to, and builds it anew at the next start', async () => {
      await write('src/admin/app.tsx', 'panel that waits');
      const hub = start();
      await until(() => hub.said().includes('It serves.'));
      hub.child.kill('SIGTERM');
      expect(await hub.ended).toBe(0);
      await writeFile(path.join(folder.path, 'go'), '');
      expect((await build()).errors).toContain('Building the admin panel');
      expect(await page()).toMatch(/^panel that waits/);
    });

    it('ends where the panel cannot be built', async () => {
      await write('src/admin/app.tsx', 'mistake that waits');
      const hub = start();
      await until(() => hub.said().includes('It serves.'));
      await writeFile(path.join(folder.path, 'go'), '');
      expect(await hub.ended).toBe(1);
      expect(hub.said()).toContain('BUILD_FAILED: Building the admin panel failed.');
    });
  });

  it('leaves no file in dist whose source is gone', async () => {
    await rm(path.join(clone, 'src/api'), { recursive: true });
    await build();
    expect(existsSync(path.join(clone, 'dist/src/api'))).toBe(false);
  });

  it('builds again what was deleted', async () => {
    await rm(path.join(clone, 'dist'), { recursive: true });
    const { errors } = await build();
    expect(errors).toContain('Compiling the server');
    expect(errors).toContain('Building the admin panel');
  });

  it('tells a mistake in the source, and keeps the server that was built before', async () => {
    await write('src/index.ts', 'mistake');
    const failed = await build();
    expect(failed.exitCode).toBe(1);
    expect(failed.errors).toContain('BUILD_FAILED');
    expect(failed.errors).toContain('src/index.ts(1,1): error TS1: A mistake.');
    expect(await compiled()).toBe('first');

    await write('src/index.ts', 'first');
    expect((await build()).errors).toContain('Compiling the server');
  });
});
