import type { NotComputable, Warning } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { blockSum } from "./block-sum.js";
import { expectOptions } from "./expect-options.js";
import { readTable, type TableBase, type WeightTable, type WeightTableOptions } from "./indicator-table.js";
import { allConstant, negativeValue, noUnits, oneUnit, withValues, zeroColumn } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import { constantColumn } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Entropy weights with the entropy of each indicator. */
export interface EntropyWeights extends ComputedWeights, TableBase {
  readonly method: "entropy";
  /** 0…1; 1 for an indicator that is the same for all units. */
  readonly entropies: readonly number[];
  /** 1 − entropy, computed without that subtraction. */
  readonly divergences: readonly number[];
}

/**
 * Entropy weights (熵权法): an indicator weighs the more, the more unequally its sum is divided among the units.
 *
 * $$ p_{ij} = \frac{x_{ij}}{\sum_i x_{ij}}, \quad e_j = -\frac{1}{\ln n} \sum_i p_{ij} \ln p_{ij}, \quad w_j = \frac{1-e_j}{\sum_k (1-e_k)} $$
 *
 * The table is taken as it stands, raw or normalised: units of measurement cancel, but adding a constant to an indicator changes its
 * weight, so say which you gave. Direction has no part in it; an indicator of which less is better is turned round by normalising.
 * 0 · ln 0 counts as 0 and nothing is added to avoid zeros. An indicator that is the same for all units gets weight 0 and a warning.
 *
 * Source: Shannon, Bell System Technical Journal 27 (1948) 379–423; as weights: Zeleny, Multiple Criteria Decision Making (1982), chapter 7.
 *
 * @param table values of at least 0, rows are units
 * @param options `missing`
 * @returns weights that sum to 1, or `not-computable`: `negative-value`, `zero-indicator`, `single-unit`, `no-units`, `all-constant`
 * @throws `CxMetricsError` `weights.not-a-table`, `weights.ragged`, `weights.missing-value`
 * @example
 * ```ts
 * const result = entropyWeights({ columns: { wait: [0.2, 0.4, 0.9], trust: [0.5, 0.6, 0.7] } });
 * result.status === "ok" && result.weights[0]; // => 0.948404129799921
 * ```
 */
export function entropyWeights(
  table: WeightTable,
  options?: WeightTableOptions,
): EntropyWeights | NotComputable {
  const given = expectOptions(options, ["missing"]);
  const { columns, indicators, units, droppedUnits } = readTable(table, given["missing"]);
  if (units === 0) return noUnits;
  if (units === 1) return oneUnit;
  const divergences: number[] = [];
  const warnings: Warning[] = [];
  for (const [index, column] of columns.entries()) {
    const id = indicators[index] ?? "";
    const negative = column.find((value) => value < 0);
    if (negative !== undefined) return withValues(negativeValue, { id, value: negative });
    if (column.every((value) => value === 0)) return withValues(zeroColumn, { id });
    const same = column.every((value) => value === column[0]);
    if (same) warnings.push(constantColumn(id));
    divergences.push(same ? 0 : divergence(column));
  }
  const weights = sharesOf(divergences);
  if (!weights) return allConstant;
  const entropies = divergences.map((value) => Math.max(0, 1 - value));
  return {
    status: "ok",
    method: "entropy",
    weights,
    indicators,
    units,
    droppedUnits,
    entropies,
    divergences,
    warnings,
  };
}

/** 1 − e = Σ f(d) / (n ln n) with d = x/mean − 1 and f(d) = (1 + d) ln(1 + d) − d, all of whose terms are at least 0. */
function divergence(column: Float64Array): number {
  const n = column.length;
  const largest = column.reduce((most, value) => Math.max(most, value), 0);
  const scaled = column.map((value) => value / largest);
  const mean = compensatedSum(scaled) / n;
  const sum = blockSum(n, (row) => excess(((scaled[row] as number) - mean) / mean));
  return Math.min(1, sum / (n * Math.log(n)));
}

function excess(d: number): number {
  if (d <= -1) return 1;
  if (Math.abs(d) > 0.05) return (1 + d) * Math.log1p(d) - d;
  // Near 0 the two parts cancel; the series d²/2 − d³/6 + d⁴/12 − … does not.
  let power = d * d;
  let sum = 0;
  for (let k = 2; k < 16; k += 1) {
    sum += (k % 2 === 0 ? power : -power) / (k * (k - 1));
    power *= d;
  }
  return sum;
}

/** Registry entry of `entropyWeights`. */
export const entropyMethod: WeightMethod = {
  method: "entropy",
  kind: "fit",
  title: { en: "Entropy weights", zh: "熵权法" },
  formula: String.raw`w_j = \frac{1-e_j}{\sum_k (1-e_k)},\quad e_j = -\frac{1}{\ln n}\sum_i p_{ij}\ln p_{ij}`,
  source:
    "Shannon, Bell System Technical Journal 27 (1948) 379–423; Zeleny, Multiple Criteria Decision Making (1982), chapter 7",
  edgeCases: {
    en: "0 · ln 0 is 0; nothing is added to avoid zeros. Negative values, an indicator of zeros, one unit and a table without differences give no weights. A constant indicator weighs 0. Adding a constant changes the weights.",
    zh: "0 · ln 0 记为 0，不添加任何微小量。含负值、全零指标、单一对象或毫无差异时没有权重。常数指标权重为 0。平移数据会改变权重。",
  },
  table: { values: "either", directions: false },
  example: {
    arguments: [
      [
        [1, 1],
        [3, 3],
      ],
    ],
    weights: [0.5, 0.5],
  },
  weigh: entropyWeights,
};
