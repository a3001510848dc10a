import { cp, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '../..');

/**
 * Makes a copy of the compiled program, whose files a test may change, and in which Strapi's own commands may run:
 * without a tsconfig.json they take it for JavaScript and compile nothing, least of all into the `dist` that other
 * tests are running from.
 *
 * @param folder where it is made; must not exist.
 */
export async function copyOfProgram(folder: string): Promise<string> {
  await mkdir(folder);
  for (const part of ['config', 'src']) {
    await cp(path.join(PROJECT, 'dist', part), path.join(folder, part), { recursive: true });
  }
  for (const entry of ['package.json', 'database', 'node_modules']) {
    await symlink(path.join(PROJECT, entry), path.join(folder, entry));
  }
  const plugin = 'src/plugins/publishing';
  for (const file of ['package.json', 'strapi-server.js']) {
    await cp(path.join(PROJECT, plugin, file), path.join(folder, plugin, file));
  }
  // What the plugin's entry looks for in `dist` is in the folder itself.
  await symlink('.', path.join(folder, 'dist'));
  return folder;
}
