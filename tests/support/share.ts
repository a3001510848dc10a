/** Set by `npm run test:long`: every round is run. */
const ALL_ROUNDS = 'KAP_TEST_ALL_ROUNDS';

/**
 * How much of a long test this run does.
 *
 * @param whole what `npm run test:long` does.
 * @param part what `npm test` does.
 */
export function share(whole: number, part: number): number {
  return process.env[ALL_ROUNDS] === 'true' ? whole : part;
}

/**
 * The numbers, from 1 to `whole`, of the rounds that this run does: all of them, or `part` of them, others each time.
 * Whatever is random in a round must follow from its number, and a test must name it.
 */
export function rounds(whole: number, part: number): number[] {
  const left = Array.from({ length: whole }, (_, index) => index + 1);
  const count = share(whole, part);
  const drawn = Array.from({ length: count }, () => {
    const index = Math.floor(Math.random() * left.length);
    return left.splice(index, 1);
  });
  return drawn.flat().sort((a, b) => a - b);
}
