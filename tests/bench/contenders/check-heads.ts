import { deepStrictEqual } from 'node:assert';
import type { Recording } from './recording';

/**
 * Sees to it that one bare server is a fair reference for two contenders: their heads must have the same names in the
 * same order. Values may differ, as a date does.
 *
 * @throws AssertionError telling where they differ.
 */
export function checkHeads(some: readonly Recording[], others: readonly Recording[]): void {
  const names = (recordings: readonly Recording[]) =>
    recordings.map(({ question, whole, unchanged }) => ({
      question,
      whole: whole.head.filter(isName),
      unchanged: unchanged.head.filter(isName),
    }));
  deepStrictEqual(names(some), names(others), 'One bare server cannot send the heads of both.');
}

/** Names and values take turns. */
function isName(_: string, index: number): boolean {
  return index % 2 === 0;
}
