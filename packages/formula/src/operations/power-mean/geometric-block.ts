import { isNear } from "./fill-means.js";
import { type RunningSums, runningSums } from "./running-sums.js";

/** Logarithm of the least share of the greatest value at which a quotient is still exact enough for its logarithm, and a little more. */
const leastLog = -667;

/** Logarithms beyond this are taken back with care. */
const mostLog = 600;

/**
 * Weighted geometric means of a block without faults, column after column, by the very operations of `meanOfRow`: logarithms of
 * what each value is of the greatest, added with their rounding errors. Rows with a value of 0 or less, or spread over nearly all
 * numbers there are, go through `meanOfRow` itself, and so do those whose mean lies within rounding of the greatest value: only
 * there can rounding push it past the range of the values.
 *
 * @param careful the mean of a row, `NaN` where it has none
 * @returns a function that fills `out` and answers whether every row holds a number
 */
export function geometricBlock(
  weights: Float64Array,
  total: number,
  blockLength: number,
  careful: (columns: readonly Float64Array[], row: number) => number,
) {
  const sums = runningSums(blockLength);
  const greatest = new Float64Array(blockLength);
  const lightest = weights.reduce((a, b) => Math.min(a, b));
  // No logarithm is above 0, so none lies below the bound if their sum does not lie below it for the lightest weight.
  const leastSum = leastLog * lightest;
  const nearness = (1e-13 * total) / lightest;

  return (columns: readonly Float64Array[], count: number, out: Float64Array): boolean => {
    greatestOf(columns, count, greatest);
    const { sum, error } = sums;
    sum.fill(0, 0, count);
    error.fill(0, 0, count);
    for (let k = 0; k < columns.length; k += 1)
      addLogRatios(columns[k] as Float64Array, greatest, weights[k] as number, count, sums);
    let check = 0;
    for (let row = 0; row < count; row += 1) {
      const high = greatest[row] as number;
      const log = ((sum[row] as number) + (error[row] as number)) / total;
      const mean = high * Math.exp(log);
      // All false of NaN.
      const plain = (sum[row] as number) > leastSum && log > -mostLog && high > 0;
      out[row] = plain && !isNear(mean, high, nearness) ? mean : careful(columns, row);
      check += (out[row] as number) * 0;
    }
    return check === 0;
  };
}

/** Greatest value of each row. */
function greatestOf(columns: readonly Float64Array[], count: number, greatest: Float64Array): void {
  const first = columns[0] as Float64Array;
  for (let row = 0; row < count; row += 1) greatest[row] = first[row] as number;
  for (let k = 1; k < columns.length; k += 1) {
    const column = columns[k] as Float64Array;
    for (let row = 0; row < count; row += 1)
      greatest[row] = Math.max(greatest[row] as number, column[row] as number);
  }
}

/** Adds weighted logarithms of what a column is of the greatest values, as `addOne` adds. */
function addLogRatios(
  column: Float64Array,
  greatest: Float64Array,
  weight: number,
  count: number,
  { sum, error }: RunningSums,
): void {
  for (let row = 0; row < count; row += 1) {
    const term = weight * Math.log((column[row] as number) / (greatest[row] as number));
    const before = sum[row] as number;
    const next = before + term;
    const part = next - before;
    error[row] = (error[row] as number) + (before - (next - part) + (term - part));
    sum[row] = next;
  }
}
