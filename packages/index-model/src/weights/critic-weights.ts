import type { NotComputable, Warning } from "@cxmetrics/definition";
import { expectOptions } from "./expect-options.js";
import { type DirectionOptions, readDirections } from "./indicator-direction.js";
import { readTable, type TableBase, type WeightTable } from "./indicator-table.js";
import { constantIndicator, noConflict, noUnits, oneIndicator, oneUnit, withValues } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import { oneMinusCorrelation, unitColumn } from "./standardised-columns.js";
import { fewUnits } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** CRITIC weights with what each indicator adds. */
export interface CriticWeights extends ComputedWeights, TableBase {
  readonly method: "critic";
  /** Standard deviation on min–max scale (divisor n − 1; it cancels in the weights). */
  readonly deviations: readonly number[];
  /** Σ (1 − r) over the other indicators. */
  readonly conflicts: readonly number[];
  /** Product of the two. */
  readonly information: readonly number[];
}

/**
 * CRITIC weights: an indicator weighs the more, the more it varies and the less it goes along with the others.
 *
 * $$ C_j = s_j \sum_k (1 - r_{jk}), \qquad w_j = \frac{C_j}{\sum_k C_k} $$
 *
 * s_j is the standard deviation of the min–max column, r_jk Pearson's correlation. Give raw values with directions, or values that are already
 * oriented: min–max scaling is applied either way, so unit and origin have no effect. Without directions an indicator of which less is
 * better would count as conflict with the others.
 *
 * Source: Diakoulaki, Mavrotas and Papayannakis, Computers & Operations Research 22 (1995) 763–770.
 *
 * @param table raw or normalised values, rows are units
 * @param options `directions` (`up` where left out) and `missing`
 * @returns weights that sum to 1, or `not-computable`: `constant-indicator`, `no-conflict`, `single-indicator`, `single-unit`, `no-units`
 * @throws `CxMetricsError` `weights.not-a-table`, `weights.ragged`, `weights.missing-value`, `weights.unknown-indicator`
 * @example
 * ```ts
 * const result = criticWeights({ columns: { cost: [3, 1, 2, 5], trust: [9, 7, 8, 1], ease: [1, 5, 2, 4] } }, { directions: { cost: "down" } });
 * result.status === "ok" && result.weights[0]; // => 0.202030324977947
 * ```
 */
export function criticWeights(table: WeightTable, options?: DirectionOptions): CriticWeights | NotComputable {
  const given = expectOptions(options, ["directions", "missing"]);
  const { columns, ...base } = readTable(table, given["missing"]);
  const directions = readDirections(given["directions"], base);
  if (base.units === 0) return noUnits;
  if (base.units === 1) return oneUnit;
  if (columns.length === 1) return oneIndicator;
  const units: Float64Array[] = [];
  const deviations: number[] = [];
  for (const [index, column] of columns.entries()) {
    const standardised = unitColumn(column, directions[index]);
    if (!standardised) return withValues(constantIndicator, { id: base.indicators[index] ?? "" });
    units.push(standardised.unit);
    deviations.push(standardised.length / Math.sqrt(base.units - 1));
  }
  const conflicts = conflictsOf(units);
  const information = conflicts.map((conflict, index) => conflict * (deviations[index] ?? 0));
  // Columns that agree up to rounding have squared distances of some 1e-32.
  const weights = conflicts.every((conflict) => conflict < 1e-24 * columns.length)
    ? undefined
    : sharesOf(information);
  if (!weights) return noConflict;
  const warnings: Warning[] = columns.length > base.units ? [fewUnits(base.units, columns.length)] : [];
  return { status: "ok", method: "critic", weights, ...base, deviations, conflicts, information, warnings };
}

function conflictsOf(units: readonly Float64Array[]): number[] {
  const conflicts = new Array<number>(units.length).fill(0);
  for (const [j, a] of units.entries())
    for (const [k, b] of units.entries()) {
      if (k <= j) continue;
      const conflict = oneMinusCorrelation(a, b);
      conflicts[j] = (conflicts[j] ?? 0) + conflict;
      conflicts[k] = (conflicts[k] ?? 0) + conflict;
    }
  return conflicts;
}

/** Registry entry of `criticWeights`. */
export const criticMethod: WeightMethod = {
  method: "critic",
  kind: "fit",
  title: { en: "CRITIC", zh: "CRITIC 法" },
  formula: String.raw`w_j = \frac{C_j}{\sum_k C_k},\quad C_j = s_j\sum_k(1-r_{jk})`,
  source: "Diakoulaki, Mavrotas and Papayannakis, Computers & Operations Research 22 (1995) 763–770",
  edgeCases: {
    en: "Min–max scaling and directions are applied inside. A constant indicator, one indicator, one unit, or indicators that all go together give no weights.",
    zh: "内部按方向做极差标准化。存在常数指标、仅一个指标、单一对象或所有指标同升同降时没有权重。",
  },
  table: { values: "either", directions: true },
  example: {
    arguments: [
      [
        [1, 3],
        [2, 1],
        [3, 2],
      ],
    ],
    weights: [0.5, 0.5],
  },
  weigh: criticWeights,
};
