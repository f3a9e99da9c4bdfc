import type { RunningSums } from "./running-sums.js";

/** What is near to 0; so large that squares of what is far do not overflow, unless numbers are huge and want care anyway. */
const floor = 1e-100;
const enlarged = 1e100;

/** What the means of a block are made of. */
export interface MeanParts {
  readonly sums: RunningSums;
  readonly total: number;
  /** One of the operands, whichever is at hand. */
  readonly anchor: Float64Array;
  /** How near to it a mean is to be looked at: rounding, divided by the share of its weight. */
  readonly nearness: number;
}

/**
 * Fills in the means of a block and answers whether all are finite.
 *
 * Rounding can push a mean past its greatest (or least) value only if that value lies within rounding of the mean; then so does
 * every other one, in inverse proportion to its share. So rows in which the anchor is far need no look at all of their values.
 * They are the rule, and the loop over them has no branches.
 *
 * @param within limits the mean of a row to the range of its values
 */
export function fillMeans(
  { sums, total, anchor, nearness }: MeanParts,
  count: number,
  within: (mean: number, row: number) => number,
  out: Float64Array,
): boolean {
  const near = divide(sums, total, anchor, nearness, count, out);
  if (near < 0)
    for (let row = 0; row < count; row += 1) {
      const mean = out[row] as number;
      if (isNear(mean, anchor[row] as number, nearness)) out[row] = within(mean, row);
    }
  return !Number.isNaN(near);
}

/**
 * Whether a mean lies within rounding of one of its values without being that value: a mean that is one of its values is
 * within their range.
 */
export function isNear(mean: number, value: number, nearness: number): boolean {
  const distance = Math.abs(mean - value);
  return distance > 0 && distance < nearness * Math.abs(value) + floor;
}

/** Divides sums into means; the answer is below 0 where one is near, `NaN` where one is no number. */
function divide(
  { sum, error }: RunningSums,
  total: number,
  anchor: Float64Array,
  nearness: number,
  count: number,
  out: Float64Array,
): number {
  let near = 0;
  for (let row = 0; row < count; row += 1) {
    const mean = ((sum[row] as number) + (error[row] as number)) / total;
    const value = anchor[row] as number;
    out[row] = mean;
    // Negative where the distance is neither 0 nor beyond what is near; enlarged, lest the product vanish.
    const distance = Math.abs(mean - value);
    const product = distance * enlarged * (distance - (nearness * Math.abs(value) + floor));
    near += product - Math.abs(product);
  }
  return near;
}
