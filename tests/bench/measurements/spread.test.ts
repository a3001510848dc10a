import { percentile, slopeOf, spreadOf } from './spread';

describe('A spread', () => {
  it('is told by the middle and both ends, in whatever order the values come', () => {
    expect(spreadOf([9, 1, 5])).toEqual({ minimum: 1, median: 5, maximum: 9 });
    expect(spreadOf([4, 1, 2, 3]).median).toBe(2.5);
  });

  it('has percentiles that were measured', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile([7], 0.99)).toBe(7);
    expect(() => percentile([], 0.99)).toThrow(RangeError);
  });
});

describe('A slope', () => {
  it('is how much is added with each step', () => {
    expect(slopeOf([1, 2, 3].map((x) => ({ x, y: 10 + 2 * x })))).toBeCloseTo(2);
    expect(slopeOf([{ x: 1, y: 5 }])).toBe(0);
  });
});
