import { performance } from 'node:perf_hooks';
import { run, type Round } from './round';

/* The process that asks: one round for each message, so that asking takes no time from what is measured. */
process.on('message', (round: Round) => {
  run(round, () => performance.now()).then(
    (result) => process.send?.({ result }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
