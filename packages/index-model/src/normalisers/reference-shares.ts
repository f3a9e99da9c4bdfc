import type { NotComputable } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { FitOutcome, ReferenceColumn } from "../calibration/calibration.js";
import type { FittedParameters } from "../calibration/fitted-parameters.js";
import type { CohortColumn } from "../cohort/cohort-column.js";
import { type PercentileRule, percentileRanks } from "../cohort/percentile-ranks.js";
import { constantReference, tooLarge } from "./not-computable.js";

/** How a value becomes a percentile share. */
export interface ShareRule {
  readonly direction: "more" | "less";
  /** `inclusive` (r − 1)/(n − 1), `cumulative` r/n, `hazen` (r − ½)/n. */
  readonly rule: PercentileRule;
  /** Rank of equal values. */
  readonly ties: "average" | "minimum" | "maximum";
}

/** Percentile shares 0…1 of values among each other, the best having the greatest. */
export function sharesOf(
  { direction, rule, ties }: ShareRule,
  values: readonly (number | null)[],
): CohortColumn | NotComputable {
  const oriented = values.map((value) => (value === null || direction === "more" ? value : -value));
  return percentileRanks(oriented, { rule, ties });
}

/** The share of every different reference value, in ascending order. */
export function fitShares(rule: ShareRule, { values }: ReferenceColumn): FitOutcome {
  const list = Array.from(values);
  if (list.some((value) => Math.abs(value) > 1e150)) return tooLarge;
  const ranked = sharesOf(rule, list);
  if (ranked.status !== "ok") return ranked;
  const shares = new Map(list.map((value, at) => [value, ranked.values[at] ?? 0] as const));
  const knots = [...shares].sort(([a], [b]) => a - b);
  if (knots.length < 2) return constantReference;
  return {
    status: "ok",
    fitted: { values: knots.map(([value]) => value), shares: knots.map(([, share]) => share) },
  };
}

/** The share of a value among the frozen reference values: on the line between two of them, and no further than the outermost. */
export function shareAmong(x: Expression, fitted: FittedParameters): Expression {
  const values = fitted.list("values");
  const shares = fitted.list("shares");
  if (!values || !shares) return fitted.number("share");
  const knots = values.map((value, at) => [value, shares[at] ?? 0] as const);
  return { op: "piecewise", of: [x], knots, beyond: "clamp" };
}

/** What the shares are called before they are fitted. */
export const shareTitles = { share: { en: "share of the reference below", zh: "参照总体中的百分位" } };
