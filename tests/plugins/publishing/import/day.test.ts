import { describe, expect, it } from '@jest/globals';
import { resolveDay } from '../../../../src/plugins/publishing/server/import/day';

const now = new Date('2026-02-27T23:30:00Z');

describe('A day of an import', () => {
  it.each([
    ['2023-10-10', '2023-10-10'],
    ['2024-02-29', '2024-02-29'],
    [{ daysAgo: 0 }, '2026-02-27'],
    [{ daysAgo: 27 }, '2026-01-31'],
    [{ daysAhead: 2 }, '2026-03-01'],
    [{ daysAhead: 700 }, '2028-01-28'],
  ])('%j is %s', (written, day) => {
    expect(resolveDay(written, now)).toBe(day);
  });

  it.each([
    '2023-02-29',
    '2023-13-01',
    '10/10/2023',
    '2023-10-10T00:00:00Z',
    20231010,
    null,
    { daysAgo: -1 },
    { daysAgo: 1.5 },
    { daysAgo: 1, daysAhead: 1 },
    { weeksAgo: 1 },
  ])('cannot be written %j', (written) => {
    expect(resolveDay(written, now)).toBeNull();
  });
});
