import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { announcePanel, buildPanel } from './build.mjs';
import { exitWith } from './failure.mjs';
import { checkNode, installMissing } from './install.mjs';
import { prepare, root } from './prepare.mjs';
import { supervise } from './supervisor.mjs';

/*
 * npm start; npm run dev (--develop); npm run build (--build-only); what npm run check needs (--install-only). Nothing
 * but Node itself is imported up here, since this runs in a clone in which nothing is installed.
 */

const options = new Set(process.argv.slice(2));
const compiled = (name) => createRequire(import.meta.url)(`../../dist/src/commands/${name}.js`);

async function main() {
  if (options.has('--install-only')) {
    checkNode(root);
    return installMissing(root, true);
  }
  await prepare({ withTools: options.has('--develop') });
  if (options.has('--develop')) return develop();
  if (options.has('--build-only')) return buildPanel(root);

  // Before all that takes a minute: a misspelt setting or a port in use need not wait for it.
  await compiled('preflight').checkMachine(root);
  process.exit(await serveWhileBuilding());
}

/** Serves at once: readers and apps need no panel, which is built meanwhile. A panel that cannot be built ends it all. */
async function serveWhileBuilding() {
  await announcePanel(root);
  const ended = new AbortController();
  const served = path.join(root, 'src/commands/serve.mjs');
  const serving = supervise(served, (text) => console.error(text)).finally(() => ended.abort());
  const building = buildPanel(root, ended.signal);
  return Promise.race([serving, building.then(() => serving)]);
}

/** Strapi's own development mode: it compiles again, and builds the panel as it is opened, whenever a file changes. */
async function develop() {
  await compiled('preflight').checkMachine(root);
  await compiled('sample-practice').seed(root);
  const strapi = path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js');
  const child = spawn(process.execPath, [strapi, 'develop'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('exit', (exitCode) => process.exit(exitCode ?? 1));
}

main().catch(exitWith);
