import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstNotBefore, withChanges } from '../../../src/content-api/catalogue/sorted-list';

const ascending = (a: number, b: number) => a - b;
const numbers = fc.uniqueArray(fc.integer(), { maxLength: 300 });

test('A changed list is sorted, holds what came and not what went, however much that is', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.infiniteStream(fc.boolean()), (held, others, goes) => {
      const list = held.toSorted(ascending);
      const gone = list.filter(() => goes.next().value);
      const come = others.filter((item) => !list.includes(item)).sort(ascending);
      const expected = [...list.filter((item) => !gone.includes(item)), ...come].sort(ascending);
      const before = [...list];
      expect(withChanges(list, gone, come, ascending)).toEqual(expected);
      expect(list).toEqual(before);
    }),
  );
});

test('A list that is not in its order is noticed rather than made worse', () => {
  expect(() => withChanges([3, 1, 2], [1], [], ascending)).toThrow('not in its order');
});

test('A place is found among items before and behind it', () => {
  const compareTo = (wanted: number) => (item: number) => item - wanted;
  expect(firstNotBefore([1, 3, 5], compareTo(0))).toBe(0);
  expect(firstNotBefore([1, 3, 5], compareTo(3))).toBe(1);
  expect(firstNotBefore([1, 3, 5], compareTo(4))).toBe(2);
  expect(firstNotBefore([1, 3, 5], compareTo(6))).toBe(3);
  expect(firstNotBefore([1, 3, 5], compareTo(1), 2)).toBe(2);
});
