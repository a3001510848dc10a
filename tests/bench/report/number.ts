/** Three figures, thousands apart: `0.0231`, `1.53`, `687`, `14,212`. */
export function figures(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en-US');
  if (size >= 10) return value.toFixed(1);
  return size >= 0.1 || size === 0 ? value.toFixed(2) : value.toPrecision(2);
}

/** A range: `610 to 702`. */
export function range(minimum: number, maximum: number): string {
  return `${figures(minimum)} to ${figures(maximum)}`;
}
