import { expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { expectOptions } from "./expect-options.js";
import { readTable, type TableBase, type WeightTable, type WeightTableOptions } from "./indicator-table.js";
import { allConstant, constantIndicator, noUnits, oneUnit, withValues } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import { unitColumn } from "./standardised-columns.js";
import { constantColumn } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Options of `standardDeviationWeights`. */
export interface StandardDeviationOptions extends WeightTableOptions {
  /** `min-max` (default) brings every indicator to 0…1 first; `as-given` for values that share a scale already. */
  readonly scale?: "min-max" | "as-given";
}

/** Standard-deviation weights with the deviations. */
export interface StandardDeviationWeights extends ComputedWeights, TableBase {
  readonly method: "standard-deviation";
  /** With divisor n − 1, on the scale used; the divisor cancels in the weights. */
  readonly deviations: readonly number[];
}

/**
 * Weights in proportion to the standard deviation of each indicator.
 *
 * $$ w_j = \frac{s_j}{\sum_k s_k} $$
 *
 * By default on min–max scale, where unit and direction have no effect. With `as-given` the unit of measurement decides, so use it only for
 * values that share a scale; there an indicator that is the same for all units gets weight 0 and a warning, on min–max scale it has none.
 *
 * Source: Diakoulaki, Mavrotas and Papayannakis, Computers & Operations Research 22 (1995) 763–770, the comparison with CRITIC.
 *
 * @param table raw (min–max) or normalised (as-given) values, rows are units
 * @param options `scale` and `missing`
 * @returns weights that sum to 1, or `not-computable`: `constant-indicator`, `all-constant`, `single-unit`, `no-units`
 * @throws `CxMetricsError` `weights.not-a-table`, `weights.ragged`, `weights.missing-value`
 * @example
 * ```ts
 * const result = standardDeviationWeights([[0, 10], [1, 20], [4, 20], [2, 40]]);
 * result.status === "ok" && result.weights[0]; // => 0.504443000230633
 * ```
 */
export function standardDeviationWeights(
  table: WeightTable,
  options?: StandardDeviationOptions,
): StandardDeviationWeights | NotComputable {
  const given = expectOptions(options, ["scale", "missing"]);
  const scale = expectOneOf(given["scale"] ?? "min-max", ["options", "scale"], ["min-max", "as-given"]);
  const { columns, ...base } = readTable(table, given["missing"]);
  if (base.units === 0) return noUnits;
  if (base.units === 1) return oneUnit;
  // One divisor for all columns keeps sums of squares finite; it is taken back below.
  const largest = Math.max(...columns.map((column) => column.reduce((m, x) => Math.max(m, Math.abs(x)), 0)));
  const spreads: number[] = [];
  for (const [index, column] of columns.entries()) {
    const length = scale === "min-max" ? unitColumn(column)?.length : spread(column, largest);
    if (length === undefined) return withValues(constantIndicator, { id: base.indicators[index] ?? "" });
    spreads.push(length / Math.sqrt(base.units - 1));
  }
  const weights = sharesOf(spreads);
  if (!weights) return allConstant;
  const deviations = scale === "min-max" ? spreads : spreads.map((value) => value * largest);
  const constant = base.indicators.filter((_, index) => spreads[index] === 0);
  const warnings = constant.map(constantColumn);
  return { status: "ok", method: "standard-deviation", weights, ...base, deviations, warnings };
}

function spread(column: Float64Array, largest: number): number {
  if (column.every((value) => value === column[0])) return 0;
  const scaled = column.map((value) => value / largest);
  const mean = compensatedSum(scaled) / scaled.length;
  return Math.sqrt(compensatedSum(scaled.map((value) => (value - mean) ** 2)));
}

/** Registry entry of `standardDeviationWeights`. */
export const standardDeviationMethod: WeightMethod = {
  method: "standard-deviation",
  kind: "fit",
  title: { en: "Standard-deviation weights", zh: "标准差法" },
  formula: String.raw`w_j = \frac{s_j}{\sum_k s_k}`,
  source: "Diakoulaki, Mavrotas and Papayannakis, Computers & Operations Research 22 (1995) 763–770",
  edgeCases: {
    en: "On min–max scale by default; a constant indicator has none. As given, it weighs 0.",
    zh: "默认采用极差标准化，常数指标无法标准化；按原值计算时其权重为 0。",
  },
  table: { values: "either", directions: false },
  example: {
    arguments: [
      [
        [1, 30],
        [2, 20],
        [3, 10],
      ],
    ],
    weights: [0.5, 0.5],
  },
  weigh: standardDeviationWeights,
};
