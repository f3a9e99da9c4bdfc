import type { Block } from "../../block.js";
import { fillMeans, isNear } from "./fill-means.js";
import { addColumns, addOne, type RunningSums, runningSums } from "./running-sums.js";

/**
 * Weighted arithmetic means of a block without faults, column after column: the sums of neighbouring rows do not wait for
 * one another, which is much faster than row after row. Every row goes through the very additions of `compensatedDot`, so
 * that both ways agree to the last bit.
 *
 * Returns a function that fills `out` and answers whether every row holds a finite number; where it does not, the products
 * have overflowed and the block wants the careful way.
 */
export function arithmeticBlock(weights: Float64Array, total: number, blockLength: number) {
  const sums = runningSums(blockLength);
  const heaviest = weights.indexOf(weights.reduce((a, b) => Math.max(a, b), 0));
  const nearness = 1e-14 * weights.length;

  return (columns: readonly Float64Array[], count: number, out: Float64Array): boolean => {
    addColumns(columns, weights, count, sums);
    const anchor = columns[heaviest] as Float64Array;
    const within = (mean: number, row: number) => withinRange(mean, columns, row);
    return fillMeans({ sums, total, anchor, nearness }, count, within, out);
  };
}

/**
 * The same where values are absent: an absent one adds exactly nothing, and each row is divided by the weight that is there.
 * Rows that have no value at all, or whose products overflow, end as no finite number.
 */
export function maskedArithmeticBlock(weights: Float64Array, blockLength: number) {
  const sums = runningSums(blockLength);
  const { sum, error } = sums;
  const heaviest = weights.indexOf(weights.reduce((a, b) => Math.max(a, b), 0));
  const nearness = 1e-14 * weights.length;

  return (blocks: readonly Block[], count: number, available: Float64Array, out: Float64Array): void => {
    sum.fill(0, 0, count);
    error.fill(0, 0, count);
    for (let k = 0; k < blocks.length; k += 1) {
      const { values, fault, faulty } = blocks[k] as Block;
      if (faulty) addPresent(values, fault, weights[k] as number, count, sums);
      else addOne(values, weights[k] as number, count, sums);
    }
    const anchor = blocks[heaviest] as Block;
    for (let row = 0; row < count; row += 1) {
      const mean = ((sum[row] as number) + (error[row] as number)) / (available[row] as number);
      // As above; without its heaviest value a row looks at all that it has.
      const doubtful = anchor.fault[row] !== 0 || isNear(mean, anchor.values[row] as number, nearness);
      out[row] = doubtful ? withinPresent(mean, blocks, row) : mean;
    }
  };
}

function addPresent(
  column: Float64Array,
  fault: Uint8Array,
  weight: number,
  count: number,
  { sum, error }: RunningSums,
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
