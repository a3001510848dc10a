import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clinic } from '../support/clinic';
import { runProgram } from '../support/command';
import { ContentApiProcess } from '../support/content-api-process';
import { LogDatabase } from '../support/log-database';
import { until } from '../support/until';

const PROJECT = path.resolve(__dirname, '../..');
const PAGE = `
import { ContentClient, ContentError, Services, type ServicesQuery } from 'kap-content-client';
import { FileStore } from 'kap-content-client/node';

const endpoint: string = process.argv[2] ?? '';
const content = new ContentClient({ endpoint, retries: 1, store: new FileStore('kept') });
try {
  const { data, source, ageSeconds } = await content.ask(Services, { first: 5 });
  const nodes: ServicesQuery['services']['nodes'] = data.services.nodes;
  const notices: number = nodes.reduce((sum, { safety }) => sum + safety.length, 0);
  console.log(JSON.stringify({ names: nodes.map(({ name }) => name), notices, source, isAged: ageSeconds >= 0 }));
} catch (error) {
  console.log(JSON.stringify({ code: error instanceof ContentError ? error.code : String(error) }));
}
`;
const WRONG = `
import { ContentClient, ServicePage } from 'kap-content-client';
const content = new ContentClient({ endpoint: '' });
export const answer = content.ask(ServicePage, { slogan: 'kap' });
`;

describe('the packed client in a fresh project', () => {
  let folder: string;
  let api: ContentApiProcess;
  let database: LogDatabase;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kap-packed-'));
    const pack = path.join(PROJECT, 'src/commands/client-pack.mjs');
    const packed = await runProgram(folder, process.execPath, pack, folder);
    const tarball = packed.output.trim();
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module", "private": true }');
    const install = ['install', '--offline', '--no-audit', '--no-fund', tarball];
    const installed = await runProgram(folder, 'npm', ...install);
    expect({ ...installed, output: '' }).toMatchObject({ exitCode: 0 });
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2022', 'dom'],
      types: ['node'],
      typeRoots: [path.join(PROJECT, 'node_modules/@types')],
    };
    const configuration = { compilerOptions, files: ['page.ts'] };
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(configuration));
    await writeFile(path.join(folder, 'page.ts'), PAGE);
    await writeFile(path.join(folder, 'wrong.ts'), WRONG);

    database = await LogDatabase.open(path.join(folder, 'database.sqlite'));
    await database.append(clinic().rows);
    api = await ContentApiProcess.start({ DATA_FOLDER: folder });
    await until(async () => (await api.readiness()).status === 200);
  });
  afterAll(async () => {
    await api.stop();
    await database.close();
    await rm(folder, { recursive: true });
  });

  const compile = (...args: string[]) =>
    runProgram(
      folder,
      process.execPath,
      path.join(PROJECT, 'node_modules/typescript/bin/tsc'),
      ...args,
    );
  const show = async (where = folder) => {
    const url = `${api.url}/graphql`;
    const { output, errors } = await runProgram(
      where,
      process.execPath,
      path.join(folder, 'page.js'),
      url,
    );
    if (errors) throw new Error(errors);
    return JSON.parse(output) as unknown;
  };

  it('type-checks under strict, and refuses variables that the operation has not', async () => {
    expect(await compile('-p', '.')).toMatchObject({ exitCode: 0, output: '' });
    const refused = await compile(
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--lib',
      'es2022,dom',
      '--types',
      'node',
      '--typeRoots',
      path.join(PROJECT, 'node_modules/@types'),
      'wrong.ts',
    );
    expect(refused.output).toContain('slogan');
    expect(refused.exitCode).not.toBe(0);
  });

  it('shows the services from the server, then what it last said while the server is down', async () => {
    const shown = await show();
    expect(shown).toMatchObject({ isAged: true, source: 'server' });
    await api.stop();
    expect(await show()).toEqual({ ...(shown as object), source: 'store' });
    const elsewhere = await mkdtemp(path.join(folder, 'elsewhere-'));
    expect(await show(elsewhere)).toEqual({ code: 'UNREACHABLE' });
  });
});
