import type { NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { expectOptions } from "./expect-options.js";
import { readTable, type TableBase, type WeightTable, type WeightTableOptions } from "./indicator-table.js";
import { allConstant, meanNotPositive, noUnits, oneUnit, withValues } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import { constantColumn } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Coefficient-of-variation weights with the coefficients. */
export interface CoefficientOfVariationWeights extends ComputedWeights, TableBase {
  readonly method: "coefficient-of-variation";
  /** Standard deviation (divisor n − 1) ÷ mean. */
  readonly coefficients: readonly number[];
}

/**
 * Weights in proportion to the coefficient of variation of each indicator (变异系数法).
 *
 * $$ V_j = \frac{s_j}{\bar x_j}, \qquad w_j = \frac{V_j}{\sum_k V_k} $$
 *
 * Take raw values on a ratio scale: units of measurement cancel, but a shifted origin changes the weight, so values normalised to 0…1 give other
 * weights. An indicator that is the same for all units gets weight 0 and a warning. The divisor of the deviation cancels.
 *
 * Source: Pearson, Philosophical Transactions of the Royal Society A 187 (1896) 253–318, for the coefficient.
 *
 * @param table raw values with means above 0, rows are units
 * @param options `missing`
 * @returns weights that sum to 1, or `not-computable`: `mean-not-positive`, `all-constant`, `single-unit`, `no-units`
 * @throws `CxMetricsError` `weights.not-a-table`, `weights.ragged`, `weights.missing-value`
 * @example
 * ```ts
 * const result = coefficientOfVariationWeights([[2, 10], [4, 20], [6, 30]]);
 * result.status === "ok" && result.weights; // => [0.5, 0.5]
 * ```
 */
export function coefficientOfVariationWeights(
  table: WeightTable,
  options?: WeightTableOptions,
): CoefficientOfVariationWeights | NotComputable {
  const given = expectOptions(options, ["missing"]);
  const { columns, ...base } = readTable(table, given["missing"]);
  if (base.units === 0) return noUnits;
  if (base.units === 1) return oneUnit;
  const coefficients: number[] = [];
  for (const [index, column] of columns.entries()) {
    const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const scaled = column.map((value) => (largest === 0 ? 0 : value / largest));
    const mean = compensatedSum(scaled) / scaled.length;
    // A mean that is left over after values cancel carries no digits.
    if (!(mean > 1e-100))
      return withValues(meanNotPositive, { id: base.indicators[index] ?? "", value: mean * largest });
    const same = column.every((value) => value === column[0]);
    const squares = compensatedSum(scaled.map((value) => (value / mean - 1) ** 2));
    coefficients.push(same ? 0 : Math.sqrt(squares / (base.units - 1)));
  }
  const weights = sharesOf(coefficients);
  if (!weights) return allConstant;
  const warnings = base.indicators.filter((_, index) => coefficients[index] === 0).map(constantColumn);
  return { status: "ok", method: "coefficient-of-variation", weights, ...base, coefficients, warnings };
}

/** Registry entry of `coefficientOfVariationWeights`. */
export const coefficientOfVariationMethod: WeightMethod = {
  method: "coefficient-of-variation",
  kind: "fit",
  title: { en: "Coefficient-of-variation weights", zh: "变异系数法" },
  formula: String.raw`w_j = \frac{s_j/\bar x_j}{\sum_k s_k/\bar x_k}`,
  source:
    "Pearson, Philosophical Transactions of the Royal Society A 187 (1896) 253–318, for the coefficient",
  edgeCases: {
    en: "Means must be above 0; the origin of the scale matters. A constant indicator weighs 0.",
    zh: "均值必须大于 0；量表原点会影响结果。常数指标权重为 0。",
  },
  table: { values: "raw", directions: false },
  example: {
    arguments: [
      [
        [2, 10],
        [4, 20],
        [6, 30],
      ],
    ],
    weights: [0.5, 0.5],
  },
  weigh: coefficientOfVariationWeights,
};
