/** A logarithmic axis: equal distances are equal ratios. */
export interface Scale {
  /** Where a value lies, in drawing units; values off the axis lie at its ends. */
  at(value: number): number;
  /** The powers of ten on the axis. */
  readonly ticks: readonly number[];
}

/** @param values that must fit on it, above 0; the axis begins and ends at powers of ten. */
export function logarithmicScale(values: readonly number[], from: number, to: number): Scale {
  const logarithms = values.filter((value) => value > 0).map(Math.log10);
  const first = Math.floor(Math.min(...logarithms, 0));
  const last = Math.max(Math.ceil(Math.max(...logarithms, 0)), first + 1);
  return {
    at: (value) => {
      const share = (Math.log10(Math.max(value, 10 ** first)) - first) / (last - first);
      return from + Math.min(share, 1) * (to - from);
    },
    ticks: Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index)),
  };
}
