import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from './build.mjs';
import { checkNode, installMissing } from './install.mjs';

/** The project's folder, whatever folder the command was typed in. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes a clone ready to run a command: the right Node, what is missing installed, the server compiled.
 *
 * @param withTools whether it takes what developing and testing takes.
 */
export async function prepare({ withTools = false } = {}) {
  process.chdir(root);
  checkNode(root);
  await installMissing(root, withTools);
  await buildServer(root);
  // Strapi reads this file. With it read here, every process of the project has the same settings.
  const settings = path.join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  process.env.NODE_ENV ??= 'production';
}
