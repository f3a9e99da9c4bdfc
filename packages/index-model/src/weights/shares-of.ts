import { compensatedSum } from "@cxmetrics/stats";
import { safeScale } from "./safe-scale.js";

/** Values of at least 0 as shares of their sum; `undefined` where all are 0. */
export function sharesOf(values: ArrayLike<number>): number[] | undefined {
  const list = Array.from(values);
  const largest = list.reduce((most, value) => Math.max(most, value), 0);
  if (!(largest > 0)) return undefined;
  const scaled = list.map((value) => value * safeScale(largest));
  const sum = compensatedSum(scaled);
  return scaled.map((value) => value / sum);
}
