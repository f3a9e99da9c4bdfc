/**
 * Weighted arithmetic means of a block without faults, column after column: the sums of neighbouring rows do not wait for
 * one another, which is much faster than row after row. Every row goes through the very additions of `compensatedDot`, so
 * that both ways agree to the last bit.
 *
 * Returns a function that fills `out` and answers whether every row holds a finite number; where it does not, the products
 * have overflowed and the block wants the careful way.
 */
export function arithmeticBlock(weights: Float64Array, total: number, blockLength: number) {
  const error = new Float64Array(blockLength);
  const heaviest = weights.indexOf(weights.reduce((a, b) => Math.max(a, b), 0));
  const nearness = 1e-14 * weights.length;

  return (columns: readonly Float64Array[], count: number, out: Float64Array): boolean => {
    out.fill(0, 0, count);
    error.fill(0, 0, count);
    for (let k = 0; k < columns.length; k += 1)
      accumulate(columns[k] as Float64Array, weights[k] as number, count, out, error);

    const anchor = columns[heaviest] as Float64Array;
    let check = 0;
    for (let row = 0; row < count; row += 1) {
      const mean = ((out[row] as number) + (error[row] as number)) / total;
      check += mean * 0;
      // Rounding can push a mean past its greatest value only if that value lies within rounding of the mean; then so does
      // the heaviest one, whose share is at least 1/n. Other rows need no look at all of their values.
      const value = anchor[row] as number;
      const near = Math.abs(mean - value) <= nearness * Math.abs(value) + 1e-200;
      out[row] = near ? withinRange(mean, columns, row) : mean;
    }
    return check === 0;
  };
}

function accumulate(
  column: Float64Array,
  weight: number,
  count: number,
  sum: Float64Array,
  error: Float64Array,
): void {
  for (let row = 0; row < count; row += 1) {
    const before = sum[row] as number;
    const term = weight * (column[row] as number);
    const next = before + term;
    const part = next - before;
    error[row] = (error[row] as number) + (before - (next - part) + (term - part));
    sum[row] = next;
  }
}

function withinRange(mean: number, columns: readonly Float64Array[], row: number): number {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < columns.length; k += 1) {
    const value = (columns[k] as Float64Array)[row] as number;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return Math.min(Math.max(mean, least), greatest);
}
