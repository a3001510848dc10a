import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EnvironmentError } from '../src/environment';
import { loadSecrets } from '../src/secrets';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'kap-secrets-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'secrets.json');
const given = {
  APP_KEYS: 'a'.repeat(32),
  ADMIN_JWT_SECRET: 'b'.repeat(32),
  API_TOKEN_SALT: 'c'.repeat(32),
  TRANSFER_TOKEN_SALT: 'd'.repeat(32),
  ENCRYPTION_KEY: 'e'.repeat(32),
};

function refusal(env: Record<string, string>, dataFolder = folder): EnvironmentError {
  try {
    loadSecrets(env, dataFolder, randomBytes);
  } catch (error) {
    if (error instanceof EnvironmentError) return error;
  }
  throw new Error('It was not refused.');
}

it('makes the secrets at the first start and finds the same ones at the next', () => {
  const made = loadSecrets({}, folder, randomBytes);
  expect(new Set(Object.values(made)).size).toBe(5);
  expect(loadSecrets({}, folder, randomBytes)).toEqual(made);
});

it('lets only the owner read them, and leaves nothing beside them', () => {
  loadSecrets({}, path.join(folder, 'data'), randomBytes);
  expect(statSync(path.join(folder, 'data/secrets.json')).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.join(folder, 'data'))).toEqual(['secrets.json']);
});

it('prefers what the environment gives, and writes nothing where it gives all', () => {
  expect(loadSecrets(given, folder, randomBytes)).toEqual(given);
  expect(readdirSync(folder)).toEqual([]);
  expect(
    loadSecrets({ ENCRYPTION_KEY: given.ENCRYPTION_KEY }, folder, randomBytes).ENCRYPTION_KEY,
  ).toBe(given.ENCRYPTION_KEY);
});

it('makes only what an older file lacks', () => {
  writeFileSync(file(), JSON.stringify({ APP_KEYS: given.APP_KEYS }));
  const loaded = loadSecrets({}, folder, randomBytes);
  expect(loaded.APP_KEYS).toBe(given.APP_KEYS);
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(loaded);
});

it('refuses every short secret at once, without telling it', () => {
  const error = refusal({ APP_KEYS: 'short-one', ENCRYPTION_KEY: 'short-two' });
  expect(error.problems).toMatchObject([
    { code: 'BAD_SECRET', where: 'APP_KEYS' },
    { code: 'BAD_SECRET', where: 'ENCRYPTION_KEY' },
  ]);
  expect(error.message).not.toContain('short-one');
});

it('refuses a damaged file rather than replace it', () => {
  writeFileSync(file(), '{"APP_KEYS": 1');
  expect(refusal({}).problems).toMatchObject([{ code: 'BAD_SECRET', where: file() }]);
  expect(readFileSync(file(), 'utf8')).toBe('{"APP_KEYS": 1');
});

it('refuses a data folder that cannot be written, with the cause', () => {
  writeFileSync(path.join(folder, 'taken'), '');
  const error = refusal({}, path.join(folder, 'taken'));
  expect(error.problems).toMatchObject([{ code: 'UNUSABLE_DATA_FOLDER' }]);
  expect(error.cause).toMatchObject({ code: 'ENOTDIR' });
});
