import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Postings } from '../../../../src/content-api/catalogue/search/postings';

test('Postings give back every text and weight that was added, however far apart the texts are', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 26 - 1 }));
  fc.assert(
    fc.property(numbers, fc.infiniteStream(fc.integer({ min: 1, max: 31 })), (some, weights) => {
      const drawn = [...weights.take(some.length)];
      const added = some
        .sort((one, other) => one - other)
        .map((number, at) => [number, drawn[at] ?? 1] as const);
      const postings = new Postings();
      for (const [number, weight] of added) postings.add(number, weight);
      const found: (readonly [number, number])[] = [];
      postings.each((number, weight) => {
        found.push([number, weight]);
        return false;
      });
      expect(found).toEqual(added);
      for (const number of some) expect(postings.some((each) => each === number)).toBe(true);
      expect(postings.some((each) => !some.includes(each))).toBe(false);
    }),
  );
});
