import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runScript, type CommandOutcome } from '../support/command';
import { appFolder, type AppFolder } from '../support/strapi';

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
`;

/** Does what Strapi's build does: it fills dist/build. */
const STRAPI = `
const { mkdirSync, writeFileSync } = require('node:fs');
mkdirSync('dist/build', { recursive: true });
writeFileSync('dist/build/index.html', JSON.stringify(process.env));
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
