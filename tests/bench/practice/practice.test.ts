import { GENESIS, type Sequence } from '../../../src/publications/publication';
import type { LogReader } from '../../../src/publications/reader';
import { verifyLog } from '../../../src/publications/verify';
import { logRows } from './log';
import { practice, sizeOf, STANDARD_SIZE } from './practice';
import { richText, TEXT_LENGTH } from './prose';
import { dice } from './dice';

describe('The practice that the bench asks about', () => {
  it('has as many documents as were asked for', () => {
    expect([...practice(sizeOf(500))]).toHaveLength(500);
    expect([...practice(sizeOf(1_234))]).toHaveLength(1_234);
  });

  it('is the same whenever it is made', () => {
    expect([...practice(STANDARD_SIZE)]).toEqual([...practice(STANDARD_SIZE)]);
  });

  it('has texts of the promised length', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const length = JSON.stringify(richText(dice(seed)))
        .match(/"text":"[^"]*"/g)
        ?.reduce((sum, match) => sum + match.length - '"text":""'.length, 0);
      expect(Math.abs((length ?? 0) - TEXT_LENGTH)).toBeLessThan(30);
    }
  });

  it('makes a log that holds everything a log must', async () => {
    const rows = [...logRows(sizeOf(500))];
    const reader: LogReader = {
      head: () => Promise.resolve({ sequence: rows.length as Sequence, chainHash: GENESIS }),
      chainHashAt: () => Promise.resolve(null),
      readAfter: (sequence, limit) => Promise.resolve(rows.slice(sequence, sequence + limit)),
      origins: () => Promise.resolve([]),
      listen: () => Promise.resolve(() => Promise.resolve()),
      close: () => Promise.resolve(),
    };
    await expect(verifyLog(reader, () => undefined)).resolves.toEqual({ faults: [], newer: [] });
  });
});
