/** Hands what was measured to the processes that run the tests. */
const SLOWNESS = 'KAP_TEST_SLOWNESS';
/** What the work below takes on the machine for which limits are written, in milliseconds. */
const FAST_MILLISECONDS = 375;
const ROUNDS = 1_500;

/** Measures once, at the start of a run, how many times slower than a fast machine this one is just now: 1 or more. */
export function measurePace(): void {
  const practice = Array.from({ length: 200 }, (_, id) => ({
    id,
    slug: `s${id}`,
    name: `Name ${id}`,
    tags: ['a', 'b'],
  }));
  const text = JSON.stringify(practice);
  const startedAt = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) JSON.stringify(JSON.parse(text));
  const slowness = (performance.now() - startedAt) / FAST_MILLISECONDS;
  process.env[SLOWNESS] = String(Math.max(1, slowness));
}

/**
 * How long something may take on this machine: every limit by the clock in a test goes through here.
 *
 * @param milliseconds how long it may take on a fast machine.
 */
export function atPace(milliseconds: number): number {
  return milliseconds * Number(process.env[SLOWNESS] ?? 1);
}
