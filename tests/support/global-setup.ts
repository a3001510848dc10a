import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measurePace } from './pace';
import { POSTGRES_REQUIRED, RUN_FOLDER } from './postgres';
import { postgresPrograms } from './postgres-cluster';

/** Measures the machine, makes the folder that the test files of this run share, and says what cannot be tested. */
export default async function globalSetup(): Promise<void> {
  measurePace();
  process.env[RUN_FOLDER] = await mkdtemp(path.join(tmpdir(), 'kap-run-'));
  if (postgresPrograms() !== null) return;
  if (process.env[POSTGRES_REQUIRED]) {
    throw new Error(
      'PostgreSQL is not on this machine, and this run must not leave its tests out. Install its server.',
    );
  }
  process.stderr.write(
    'PostgreSQL is not on this machine: every test on PostgreSQL is left out, SQLite is tested.\n',
  );
}
