import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  type NotComputable,
} from "@cxmetrics/definition";
import { type CohortColumn, cohortColumn } from "./cohort-column.js";
import { type PercentileRule, percentileRanks, percentileRules } from "./percentile-ranks.js";
import { cutsNotAscending } from "./problems.js";
import { type TieRule, tieRules } from "./rank-numbers.js";
import { presentRows } from "./read-column.js";

/** Options of `categoricalByPercentile`. */
export interface CategoricalOptions {
  readonly rule: PercentileRule;
  /** `minimum` when left out, as in table 15 of the Handbook. */
  readonly ties?: TieRule;
  /** Points below the first cut. */
  readonly below: number;
  /** Steps by ascending `from` (a percentile share 0…1); a unit gets the points of the last step that it reaches. */
  readonly cuts: readonly { readonly from: number; readonly value: number }[];
}

/** Points per unit with the percentiles behind them. */
export interface CategoricalScores extends CohortColumn {
  readonly percentiles: readonly (number | null)[];
}

/**
 * Categorical scale by percentile: points by the band of percentile ranks in which a unit falls. A unit exactly on a cut
 * belongs to the upper band: bands are closed below and open above, so none overlap and none leave a gap.
 *
 * Table 15 of the OECD/JRC Handbook (2008) is this with the rule `cumulative` and points 0, 20, 40, 50, 60, 80, 100 cut at the
 * percentiles 5, 15, 35 (as its figures imply), 65, 85, 95.
 *
 * @param values one number per unit, more is better; `null` and `NaN` are missing
 * @param options percentile rule, ties, cuts
 * @returns points, or `not-computable` as `percentileRanks`
 * @throws `CxMetricsError` `cohort.cuts-not-ascending`, `cohort.not-a-column`, `cohort.bad-value`, `document.missing-key`, `document.wrong-type`, `document.not-allowed`
 * @example
 * ```ts
 * const cuts = [{ from: 0.5, value: 60 }, { from: 0.9, value: 90 }];
 * categoricalByPercentile([12, 40, 33, 25], { rule: "cumulative", below: 30, cuts }).values; // => [30, 90, 60, 60]
 * ```
 */
export function categoricalByPercentile(
  values: ArrayLike<number | null>,
  options: CategoricalOptions,
): CategoricalScores | NotComputable {
  const record = expectRecord(options, ["options"], ["rule", "below", "cuts"], ["ties"]);
  const rule = expectOneOf(record["rule"], ["rule"], percentileRules);
  const ties = expectOneOf(record["ties"] ?? "minimum", ["ties"], tieRules);
  const below = expectNumber(record["below"], ["below"]);
  const cuts = expectList(
    record["cuts"],
    ["cuts"],
    (item, path) => {
      const cut = expectRecord(item, path, ["from", "value"]);
      const from = expectNumber(cut["from"], [...path, "from"], { least: 0, most: 1 });
      return { from, value: expectNumber(cut["value"], [...path, "value"]) };
    },
    1,
  );
  for (const [place, cut] of cuts.entries())
    if (place > 0 && cut.from <= (cuts[place - 1]?.from ?? 0))
      throw new CxMetricsError(cutsNotAscending, {
        path: ["cuts", place, "from"],
        values: { found: cut.from },
      });
  const ranked = percentileRanks(values, { rule, ties });
  if (ranked.status !== "ok") return ranked;
  const percentiles = Float64Array.from(ranked.values, (share) => share ?? Number.NaN);
  const rows = presentRows(percentiles);
  const points = rows.map(
    (row) => cuts.findLast((cut) => (percentiles[row] ?? 0) >= cut.from)?.value ?? below,
  );
  return { ...cohortColumn(ranked.values.length, rows, points), percentiles: ranked.values };
}
