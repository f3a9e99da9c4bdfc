import { compensatedSum } from "../compensated-sum.js";
import { representable } from "../expect/representable.js";

/** Moving ranges above this multiple of their mean lie beyond their own three-sigma limit (D₄ for ranges of two). */
const upperMultiple = 3.267;

/**
 * Mean distance of neighbouring values, of which there are at least two. Screening drops, once, distances above their own limit, so that
 * one outlier does not widen the limits that should show it: the factor of the R package qicharts2 (`qic.screenedmr`), which cites Nelson
 * (1982), Journal of Quality Technology 14, 172–173.
 */
export function meanMovingRange(values: readonly number[], screening: "none" | "once"): number {
  const ranges = values
    .slice(1)
    .map((value, index) => representable(Math.abs(value - (values[index] ?? 0)), "moving range"));
  const mean = compensatedSum(ranges) / ranges.length;
  if (screening === "none") return mean;
  const kept = ranges.filter((range) => range <= upperMultiple * mean);
  return compensatedSum(kept) / kept.length;
}
