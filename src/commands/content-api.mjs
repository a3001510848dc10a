import { createRequire } from 'node:module';
import { exitWith } from './failure.mjs';
import { prepare } from './prepare.mjs';

/* npm run content-api: the content API as a process of its own, compiled first where that is needed. */

prepare()
  .then(() => createRequire(import.meta.url)('../../dist/src/content-api/main.js'))
  .catch(exitWith);
