import type { NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { expectOptions } from "./expect-options.js";
import { type DirectionOptions, readDirections } from "./indicator-direction.js";
import { readTable, type TableBase, type WeightTable } from "./indicator-table.js";
import { allConstant, notPositive, noUnits, oneUnit, withValues } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import { constantColumn } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** MEREC weights with the effect of removing each indicator. */
export interface MerecWeights extends ComputedWeights, TableBase {
  readonly method: "merec";
  /** Sum over units of how far performance moves when the indicator is removed. */
  readonly removalEffects: readonly number[];
}

/**
 * MEREC weights: an indicator weighs the more, the more the performance of the units moves when it is removed.
 *
 * $$ n_{ij} = \frac{\min_i x_{ij}}{x_{ij}} \text{ (up)}, \ \frac{x_{ij}}{\max_i x_{ij}} \text{ (down)}, \quad S_i = \ln\Bigl(1 + \tfrac{1}{m} \sum_j |\ln n_{ij}|\Bigr), \quad E_j = \sum_i |S_i^{(-j)} - S_i|, \quad w_j = \frac{E_j}{\sum_k E_k} $$
 *
 * m is the number of indicators, also where one is removed. Raw values on a ratio scale, all above 0; units of measurement cancel, a shifted
 * origin does not. An indicator that is the same for all units gets weight 0 and a warning.
 *
 * Source: Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis and Antucheviciene, Symmetry 13 (2021) 525.
 *
 * @param table raw values above 0, rows are units
 * @param options `directions` (`up` where left out) and `missing`
 * @returns weights that sum to 1, or `not-computable`: `not-positive`, `all-constant`, `single-unit`, `no-units`
 * @throws `CxMetricsError` `weights.not-a-table`, `weights.ragged`, `weights.missing-value`, `weights.unknown-indicator`
 * @example
 * ```ts
 * const result = merecWeights([[450, 54], [10, 2], [100, 31]], { directions: ["up", "down"] });
 * result.status === "ok" && result.weights[0]; // => 0.609374273184926
 * ```
 */
export function merecWeights(table: WeightTable, options?: DirectionOptions): MerecWeights | NotComputable {
  const given = expectOptions(options, ["directions", "missing"]);
  const { columns, ...base } = readTable(table, given["missing"]);
  const directions = readDirections(given["directions"], base);
  if (base.units === 0) return noUnits;
  if (base.units === 1) return oneUnit;
  const logs: Float64Array[] = [];
  for (const [index, column] of columns.entries()) {
    const bad = column.find((value) => value <= 0);
    if (bad !== undefined) return withValues(notPositive, { id: base.indicators[index] ?? "", value: bad });
    const edge = column.reduce((a, b) => (directions[index] === "up" ? Math.min(a, b) : Math.max(a, b)));
    // Logarithms first: a quotient of the extremes could overflow.
    logs.push(column.map((value) => Math.abs(Math.log(value) - Math.log(edge))));
  }
  const m = columns.length;
  const sums = Float64Array.from({ length: base.units }, (_, unit) =>
    compensatedSum(logs.map((log) => log[unit] ?? 0)),
  );
  const removalEffects = logs.map((log) =>
    // ln(1 + s) − ln(1 + s − d) without the cancelling subtraction.
    compensatedSum(log.map((part, unit) => -Math.log1p(-part / (m + (sums[unit] ?? 0))))),
  );
  const weights = sharesOf(removalEffects);
  if (!weights) return allConstant;
  const warnings = base.indicators.filter((_, index) => removalEffects[index] === 0).map(constantColumn);
  return { status: "ok", method: "merec", weights, ...base, removalEffects, warnings };
}

/** Registry entry of `merecWeights`. */
export const merecMethod: WeightMethod = {
  method: "merec",
  kind: "fit",
  title: { en: "MEREC", zh: "MEREC 法（移除效应）" },
  formula: String.raw`w_j = \frac{E_j}{\sum_k E_k},\quad E_j = \sum_i |S_i^{(-j)} - S_i|`,
  source: "Keshavarz-Ghorabaee and others, Symmetry 13 (2021) 525",
  edgeCases: {
    en: "All values must be above 0. A constant indicator weighs 0.",
    zh: "所有数值必须大于 0。常数指标权重为 0。",
  },
  table: { values: "raw", directions: true },
  example: {
    arguments: [
      [
        [1, 10],
        [2, 20],
        [4, 40],
      ],
    ],
    weights: [0.5, 0.5],
  },
  weigh: merecWeights,
};
