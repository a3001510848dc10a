import { createRequire } from 'node:module';
import { exitWith } from './failure.mjs';
import { root } from './prepare.mjs';
import { REFUSED } from './supervisor.mjs';

/* The process that serves: started, and started again, by start.mjs, which has built what it needs. */

const { serve } = createRequire(import.meta.url)('../../dist/src/commands/serve.js');

// Whoever started it is gone, however that ended: nobody would end this process.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

serve(root).then(
  () => {
    process.send('up');
    process.channel.unref();
  },
  (error) => exitWith(error, REFUSED),
);
