import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ShardedMap } from '../../../src/content-api/catalogue/sharded-map';

const changes = fc.array(
  fc.tuple(fc.string({ maxLength: 2 }), fc.option(fc.nat(), { nil: undefined })),
);

test('A sharded map holds what a plain map would, and the one before keeps what it held', () => {
  fc.assert(
    fc.property(fc.array(changes), (rounds) => {
      const plain = new Map<string, number>();
      let sharded = ShardedMap.empty<number>();
      for (const round of rounds) {
        const before = sharded;
        const held = new Map(before.entries());
        sharded = sharded.with(round);
        expect(new Map(before.entries())).toEqual(held);
        for (const [key, value] of round) {
          if (value === undefined) plain.delete(key);
          else plain.set(key, value);
        }
      }
      expect(new Map(sharded.entries())).toEqual(plain);
      expect(sharded.size).toBe(plain.size);
      for (const [key, value] of plain) expect(sharded.get(key)).toBe(value);
      expect(sharded.get('not there')).toBeUndefined();
    }),
  );
});
