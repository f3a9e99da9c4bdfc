import type { Block } from "../../block.js";

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
    accumulateAll(columns, weights, count, out, error);

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

/**
 * The same where values are absent: an absent one adds exactly nothing, and each row is divided by the weight that is there.
 * Rows that have no value at all, or whose products overflow, end as no finite number.
 */
export function maskedArithmeticBlock(weights: Float64Array, blockLength: number) {
  const error = new Float64Array(blockLength);
  const heaviest = weights.indexOf(weights.reduce((a, b) => Math.max(a, b), 0));
  const nearness = 1e-14 * weights.length;

  return (blocks: readonly Block[], count: number, available: Float64Array, out: Float64Array): void => {
    out.fill(0, 0, count);
    error.fill(0, 0, count);
    for (let k = 0; k < blocks.length; k += 1) {
      const { values, fault, faulty } = blocks[k] as Block;
      if (faulty) accumulatePresent(values, fault, weights[k] as number, count, out, error);
      else accumulate(values, weights[k] as number, count, out, error);
    }
    const anchor = blocks[heaviest] as Block;
    for (let row = 0; row < count; row += 1) {
      const mean = ((out[row] as number) + (error[row] as number)) / (available[row] as number);
      // As above; without its heaviest value a row looks at all that it has.
      const value = anchor.fault[row] === 0 ? (anchor.values[row] as number) : mean;
      const near = Math.abs(mean - value) <= nearness * Math.abs(value) + 1e-200;
      out[row] = near ? withinPresent(mean, blocks, row) : mean;
    }
  };
}

function accumulatePresent(
  column: Float64Array,
  fault: Uint8Array,
  weight: number,
  count: number,
  sum: Float64Array,
  error: Float64Array,
): void {
  for (let row = 0; row < count; row += 1) {
    const before = sum[row] as number;
    const term = fault[row] === 0 ? weight * (column[row] as number) : 0;
    const next = before + term;
    const part = next - before;
    error[row] = (error[row] as number) + (before - (next - part) + (term - part));
    sum[row] = next;
  }
}

function withinPresent(mean: number, blocks: readonly Block[], row: number): number {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < blocks.length; k += 1) {
    const { values, fault } = blocks[k] as Block;
    if (fault[row] !== 0) continue;
    const value = values[row] as number;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return Math.min(Math.max(mean, least), greatest);
}

/** Four columns a pass, so that sums and errors are fetched and put back a quarter as often. */
function accumulateAll(
  columns: readonly Float64Array[],
  weights: Float64Array,
  count: number,
  sum: Float64Array,
  error: Float64Array,
): void {
  const fours = columns.length - (columns.length % 4);
  for (let k = 0; k < fours; k += 4)
    accumulateFour(columns.slice(k, k + 4), weights.subarray(k, k + 4), count, sum, error);
  for (let k = fours; k < columns.length; k += 1)
    accumulate(columns[k] as Float64Array, weights[k] as number, count, sum, error);
}

/** The additions of `accumulate`, one column after the other, for each row at once. */
function accumulateFour(
  columns: readonly Float64Array[],
  weights: Float64Array,
  count: number,
  sum: Float64Array,
  error: Float64Array,
): void {
  const [first, second, third, fourth] = columns as [Float64Array, Float64Array, Float64Array, Float64Array];
  const [w1, w2, w3, w4] = weights as unknown as [number, number, number, number];
  for (let row = 0; row < count; row += 1) {
    let before = sum[row] as number;
    let lost = error[row] as number;
    let term = w1 * (first[row] as number);
    let next = before + term;
    let part = next - before;
    lost += before - (next - part) + (term - part);
    before = next;
    term = w2 * (second[row] as number);
    next = before + term;
    part = next - before;
    lost += before - (next - part) + (term - part);
    before = next;
    term = w3 * (third[row] as number);
    next = before + term;
    part = next - before;
    lost += before - (next - part) + (term - part);
    before = next;
    term = w4 * (fourth[row] as number);
    next = before + term;
    part = next - before;
    error[row] = lost + (before - (next - part) + (term - part));
    sum[row] = next;
  }
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
