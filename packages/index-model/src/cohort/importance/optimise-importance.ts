import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  type NotComputable,
} from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { type CohortTable, expectColumnsAtMost, readTable } from "../cohort-table.js";
import { weightsSumToZero } from "../problems.js";
import { constantColumn, tooFewUnits } from "../reasons.js";
import { expectCount } from "../topsis/topsis-ideals.js";
import { budgetWeights } from "./budget-weights.js";
import { type FittedWeights, fitWeights } from "./fit-weights.js";
import {
  correlationsWith,
  covariances,
  type ImportanceMeasure,
  importanceMeasures,
  importanceShares,
} from "./importance-model.js";

/** Options of `optimiseImportance`. */
export interface ImportanceOptions {
  /** Wanted importance of each column, 0 or more; scaled to the sum 1. Equal when left out. */
  readonly target?: readonly number[];
  /** `squared-correlation` when left out. */
  readonly measure?: ImportanceMeasure;
}

/** Weights under which the columns matter as much as was wanted, as far as that can be had. */
export interface OptimisedWeights {
  readonly status: "ok";
  /** 0 or more, summing to 1. */
  readonly weights: readonly number[];
  readonly measure: ImportanceMeasure;
  readonly target: readonly number[];
  /** Importance that the weights bring about, as shares that sum to 1. */
  readonly shares: readonly number[];
  /** Correlation of each column with the weighted mean. A negative one says that the mean speaks against the column. */
  readonly correlations: readonly number[];
  /** Sum of squared differences between shares and target. */
  readonly residual: number;
  /** Whether the target is met to 10⁻⁶ in every column. */
  readonly reached: boolean;
  /** Units without gaps. */
  readonly n: number;
}

/**
 * Weights of an arithmetic mean chosen so that each column matters as much as it is meant to. Nominal weights are not
 * importance: correlated columns matter more than their weight says.
 *
 * $$ \min_{w \ge 0,\ \sum w = 1} \sum_j \left(\frac{S_j}{\sum_k S_k} - t_j\right)^2, \qquad S_j = \operatorname{corr}^2\Bigl(x_j, \sum_k w_k x_k\Bigr) $$
 *
 * Weights never turn negative; where the target cannot be had without, some are 0 and `residual` says how far it was missed.
 * The search starts from equal weights, from the target, from the convex problem of covariance shares, and (up to twelve columns) from each column in turn, and keeps the best; the problem has
 * local optima, so a small `residual` is a proof and a large one is not. The columns are weighed as they are: normalise first.
 * Sources: Paruolo, Saisana and Saltelli, J. R. Statist. Soc. A 176 (2013) 609; Becker, Saisana, Paruolo and Vandecasteele, Ecological Indicators 80
 * (2017) 12.
 *
 * @param table columns in which more is better; 60 at most; units with a gap take no part
 * @param options target and measure
 * @returns weights and what they bring about, or `not-computable`: `too-few-units` (fewer than three), `constant-column`
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.column-length`, `cohort.wrong-count`, `cohort.weights-sum-to-zero`, `cohort.too-many-columns`, `document.not-allowed`
 * @example
 * ```ts
 * // Uncorrelated, the second spread twice as wide: it needs half the weight to matter as much.
 * const columns = [[1, -1, 1, -1], [2, 2, -2, -2]];
 * const { weights, reached } = optimiseImportance({ columns });
 * weights.map((weight) => Math.round(weight * 1000)); // => [667, 333]
 * reached; // => true
 * ```
 */
export function optimiseImportance(
  table: Pick<CohortTable, "columns">,
  options: ImportanceOptions = {},
): OptimisedWeights | NotComputable {
  const { rows, columns } = readTable(table, undefined, false);
  const record = expectRecord(options, ["options"], [], ["target", "measure"]);
  const measure = expectOneOf(record["measure"] ?? "squared-correlation", ["measure"], importanceMeasures);
  const target = readTarget(record["target"], columns.length);
  expectColumnsAtMost(columns.length, 60);
  if (rows.length < 3) return tooFewUnits;
  for (const [place, column] of columns.entries())
    if (column.every((value) => value === column[0])) return constantColumn(place);
  const covariance = covariances(columns);
  for (const [place, row] of covariance.entries())
    if (!((row[place] ?? 0) > 1e-280)) return constantColumn(place);

  const equal = columns.map(() => 1);
  // With many columns a start that leans to one of them hardly differs from equal weights.
  const leaning = columns.length <= 12 ? columns.length : 0;
  const starts = [
    equal,
    target.map((share) => share + 1e-3),
    budgetWeights(covariance, target),
    ...columns.slice(0, leaning).map((_, own) => equal.map((one, at) => (at === own ? 10 : one))),
  ];
  let best: FittedWeights | undefined;
  for (const start of starts) {
    const found = fitWeights(covariance, target, measure, start);
    // Starts that end in the same optimum differ by rounding; the first of them stays.
    if (best === undefined || found.residual < best.residual * (1 - 1e-9) - 1e-24) best = found;
  }
  const weights = best?.weights ?? equal;
  const shares = importanceShares(covariance, weights, measure);
  if (shares === null) return constantColumn(0);
  const gaps = shares.map((share, column) => share - (target[column] ?? 0));
  return {
    status: "ok",
    weights,
    measure,
    target,
    shares,
    correlations: correlationsWith(covariance, weights),
    residual: compensatedSum(gaps.map((gap) => gap * gap)),
    reached: gaps.every((gap) => Math.abs(gap) <= 1e-6),
    n: rows.length,
  };
}

function readTarget(value: unknown, count: number): readonly number[] {
  if (value === undefined) return new Array<number>(count).fill(1 / count);
  const list = expectList(value, ["target"], (item, path) =>
    expectNumber(item, path, { least: 0, most: 1e15 }),
  );
  expectCount(list, count, "target");
  const sum = compensatedSum(list);
  if (sum === 0) throw new CxMetricsError(weightsSumToZero, { path: ["target"], values: { name: "target" } });
  return list.map((share) => share / sum);
}
