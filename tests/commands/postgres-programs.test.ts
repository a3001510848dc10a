import { afterEach, expect, it } from '@jest/globals';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postgresProgram } from '../../src/commands/archive/postgres-programs';

const { PATH } = process.env;
let folder: string | null = null;

afterEach(async () => {
  process.env.PATH = PATH;
  if (folder !== null) await rm(folder, { recursive: true });
});

it('A pg_dump in PATH is taken for a server that is no newer, and for no other', async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kap-programs-'));
  const file = path.join(folder, 'pg_dump');
  await writeFile(file, '#!/bin/sh\necho "pg_dump (PostgreSQL) 98.2 (Debian 98.2-1)"\n');
  await chmod(file, 0o755);
  process.env.PATH = folder;
  expect(await postgresProgram('pg_dump', 98)).toBe(file);
  expect(await postgresProgram('pg_dump', 97)).toBe(file);
  expect(await postgresProgram('pg_dump', 99)).toBeNull();
});
