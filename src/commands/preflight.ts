import { readEnvironment, type Environment } from '../environment';
import { checkDatabase } from './database';
import { checkPort } from './port';

/**
 * Sees whether this machine can serve: settings, port, database.
 *
 * @throws EnvironmentError, or CommandFailure, with what is wrong, where, and what to do.
 */
export async function checkMachine(root: string): Promise<Environment> {
  const environment = readEnvironment(process.env, root);
  await checkPort(environment.host, environment.port);
  await checkDatabase(environment.database);
  return environment;
}
