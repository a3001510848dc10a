import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyCatalogue, evolveAll } from '../../../src/content-api/catalogue/evolve';
import { Past } from '../../../src/content-api/log/past';
import type { Sequence } from '../../../src/publications/publication';
import { answersOf } from '../../support/catalogue-answers';
import { TestLog } from '../../support/publications';
import { randomIds, randomLog, randomSlugs } from '../../support/random-log';

const newestOf = (log: TestLog) => evolveAll(emptyCatalogue(), log.publications);

function pastOf(log: TestLog, options: { checkpoints?: number; recent?: number } = {}) {
  const reads = { rows: 0 };
  const past = new Past({
    read: (after, limit) => {
      const rows = log.rows.slice(after, after + limit);
      reads.rows += rows.length;
      return Promise.resolve(rows);
    },
    batchSize: 7,
    ...options,
  });
  past.moveTo(newestOf(log));
  return { past, reads };
}

test('The past at any sequence is what folding the log up to there gives, in whatever order it is asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomLog,
      fc.array(fc.nat({ max: 40 }), { maxLength: 12 }),
      async (log, wanted) => {
        const { past } = pastOf(log, { checkpoints: 2, recent: 2 });
        for (const each of wanted) {
          const sequence = Math.min(each, log.rows.length) as Sequence;
          const folded = evolveAll(emptyCatalogue(), log.publications.slice(0, sequence));
          const found = await past.at(sequence);
          expect(answersOf(found, randomIds, randomSlugs)).toEqual(
            answersOf(folded, randomIds, randomSlugs),
          );
          expect(found.history.length).toBe(sequence);
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe('the past of a long log', () => {
  const log = new TestLog();
  for (let index = 0; index < 3_000; index += 1) log.publish('faq', `faq-${index % 50}`);

  it('is folded from nearby once it has been walked through', async () => {
    const { past, reads } = pastOf(log);
    await past.at(2_900 as Sequence);
    reads.rows = 0;
    await past.at(2_100 as Sequence);
    expect(reads.rows).toBeLessThan(600);
    reads.rows = 0;
    await past.at(2_100 as Sequence);
    expect(reads.rows).toBe(0);
  });

  it('is folded once for all who ask for it at the same time', async () => {
    const { past, reads } = pastOf(log);
    const found = await Promise.all([1, 2, 3].map(() => past.at(400 as Sequence)));
    expect(new Set(found).size).toBe(1);
    expect(reads.rows).toBe(400);
  });

  it('keeps a bounded number of catalogues, whatever is asked for', async () => {
    const { past } = pastOf(log, { checkpoints: 4, recent: 3 });
    for (let sequence = 1; sequence < 3_000; sequence += 97) await past.at(sequence as Sequence);
    expect(past.kept).toBeLessThanOrEqual(7);
  });

  it('is forgotten when the log turns out to be another one', async () => {
    const { past, reads } = pastOf(log);
    await past.at(1_000 as Sequence);
    const other = new TestLog();
    for (let index = 0; index < 1_200; index += 1) other.publish('faq', `other-${index % 50}`);
    past.moveTo(newestOf(other));
    reads.rows = 0;
    await expect(past.at(1_000 as Sequence)).resolves.toMatchObject({});
    expect(reads.rows).toBe(1_000);
  });

  it('says when the log cannot be read, and goes on with what is kept', async () => {
    const past = new Past({ read: () => Promise.reject(new Error('The database is down.')) });
    const newest = newestOf(log);
    past.moveTo(newest);
    await expect(past.at(10 as Sequence)).rejects.toThrow('The database is down.');
    expect(await past.at(3_000 as Sequence)).toBe(newest);
  });
});
