/** The middle of some measurements, and how far they lie apart. */
export interface Spread {
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** @throws RangeError for no values at all. */
export function spreadOf(values: readonly number[]): Spread {
  return {
    median: percentile(values, 0.5),
    minimum: percentile(values, 0),
    maximum: percentile(values, 1),
  };
}

/**
 * The value below which a share of the values lie, the nearest measured one; of an even number the median is the mean
 * of the two in the middle.
 *
 * @param share from 0 to 1.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[Math.max(0, Math.min(sorted.length - 1, index))];
  const middle = sorted.length / 2;
  const value =
    share === 0.5 && sorted.length % 2 === 0 && sorted.length > 0
      ? ((at(middle - 1) ?? 0) + (at(middle) ?? 0)) / 2
      : at(Math.ceil(share * sorted.length) - 1);
  if (value === undefined) throw new RangeError('There are no values.');
  return value;
}

/** By how much y grows with each x, by least squares. */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const covariance = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const variance = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return variance === 0 ? 0 : covariance / variance;
}
