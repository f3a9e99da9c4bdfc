import { compensatedSum } from "@cxmetrics/stats";

/** Whether a standard deviation divides by n (`population`) or by n − 1 (`sample`). */
export type DeviationType = "population" | "sample";

/** Sums of values beyond it might overflow although their mean does not. */
const large = 1e280;
const reduction = 2 ** -100;

/** Mean of at least one value, from a compensated sum. */
export function meanOf(values: ArrayLike<number>): number {
  const list = Array.from(values);
  if (list.every((value) => Math.abs(value) < large)) return compensatedSum(list) / list.length;
  return compensatedSum(list.map((value) => value * reduction)) / list.length / reduction;
}

/**
 * Standard deviation of at least one value about its mean; the `sample` type of a single value is not defined and gives
 * `undefined`. Equal values have exactly 0, whatever rounding made of their mean.
 */
export function deviationOf(values: ArrayLike<number>, type: DeviationType): number | undefined {
  const degrees = type === "population" ? values.length : values.length - 1;
  if (degrees === 0) return undefined;
  const list = Array.from(values);
  if (list.every((value) => value === list[0])) return 0;
  const mean = meanOf(values);
  return Math.sqrt(compensatedSum(list.map((value) => (value - mean) ** 2)) / degrees);
}
