import { describe, expect, it } from '@jest/globals';
import { Generations } from '../../../src/content-api/answering/generations';

describe('what was made once', () => {
  it('weighs no more than it may, and what is asked for stays', () => {
    const kept = new Generations<number, { readonly weight: number }>(100, ({ weight }) => weight);
    kept.set(0, { weight: 5 });
    for (let key = 1; key <= 50; key += 1) {
      kept.set(key, { weight: 10 });
      expect(kept.get(0)).toBeDefined();
    }
    const left = Array.from({ length: 50 }, (_, index) => index + 1).filter((key) => kept.get(key));
    expect(left.length).toBeLessThanOrEqual(10);
    expect(left).toContain(50);
    expect(kept.delete(50)).toBe(true);
    expect(kept.get(50)).toBeUndefined();
  });
});
