import { readEnvironment, type Environment } from '../environment';
import { claimDatabase } from './claim';
import { checkDatabase } from './database';
import { checkLogRelease } from './log-reader';
import { checkPort } from './port';
import { checkRestored } from './unfinished-restore';

/**
 * Sees whether this machine can serve: settings, port, a database that nobody else serves from, and a log that this
 * release can read.
 *
 * @throws EnvironmentError, or CommandFailure, with what is wrong, where, and what to do.
 */
export async function checkMachine(root: string): Promise<Environment> {
  const environment = readEnvironment(process.env, root);
  await checkPort(environment.host, environment.port);
  await checkDatabase(environment.database, 'own');
  claimDatabase(environment.database)();
  await checkRestored(environment);
  await checkLogRelease(environment.database);
  return environment;
}
