import type { MethodDescription } from "../method-description.js";

/** One way to adjust p-values for being several. */
export interface AdjustmentMethod extends MethodDescription {
  /** Adjusted values for p-values in ascending order. */
  readonly adjust: (ascending: readonly number[]) => number[];
}

/** From the smallest on: an adjusted value is never below that of a smaller p. */
export function stepDown(ascending: readonly number[], factor: (rank: number) => number): number[] {
  let largest = 0;
  return ascending.map((p, index) => {
    largest = Math.max(largest, Math.min(1, factor(index + 1) * p));
    return largest;
  });
}

/** From the largest on: an adjusted value is never above that of a larger p. */
export function stepUp(ascending: readonly number[], factor: (rank: number) => number): number[] {
  let smallest = 1;
  return ascending
    .map((p, index) => factor(index + 1) * p)
    .reverse()
    .map((value) => {
      smallest = Math.min(smallest, value);
      return smallest;
    })
    .reverse();
}
