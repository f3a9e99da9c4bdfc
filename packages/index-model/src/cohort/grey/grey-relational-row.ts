import { expectNumber, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { readWeights } from "../cohort-table.js";
import { largestMeasured, readColumn } from "../read-column.js";
import { missingValue } from "../reasons.js";
import { expectCount } from "../topsis/topsis-ideals.js";
import { deviationOf, type GreyReference, readGreyReference } from "./grey-reference.js";

/** Options of `greyRelationalRow`. */
export interface GreyRowOptions {
  /** Relative weights of the columns; equal when left out. */
  readonly weights?: readonly number[];
  /** Distinguishing coefficient ρ, 0.01…1; 0.5 (Deng) when left out. The smaller, the further apart the grades. */
  readonly rho?: number;
}

/** Grey relational grade of one unit, with the coefficient of each column. */
export interface GreyGrade {
  readonly status: "ok";
  /** Weighted mean of the coefficients, above 0 and at most 1. */
  readonly value: number;
  /** One per column; `null` where the column carries no weight. */
  readonly coefficients: readonly (number | null)[];
}

/**
 * Grey relational grade of one unit against a reference that was fitted before.
 *
 * $$ \Gamma = \sum_j w_j\,\xi_j, \qquad \xi_j = \min\!\left(1, \frac{\Delta_{\min} + \rho\,\Delta_{\max}}{\Delta_j + \rho\,\Delta_{\max}}\right) $$
 *
 * A unit nearer to the reference than any of the population has the coefficient 1, never more.
 *
 * @param reference from `fitGreyReference`
 * @param row one value per column, more is better; `null` is missing
 * @param options weights and ρ
 * @returns the grade, or `not-computable` `missing` where a weighted value is lacking
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.wrong-count`, `cohort.weights-sum-to-zero`, `document.wrong-type`
 * @example
 * ```ts
 * const reference = fitGreyReference({ columns: [[2, 6, 4], [30, 10, 25]] });
 * greyRelationalRow(reference, [4, 25], { weights: [3, 1] }).coefficients; // => [0.5, 0.6666666666666666]
 * greyRelationalRow(reference, [4, 25], { weights: [3, 1] }).value; // => 0.5416666666666666
 * ```
 */
export function greyRelationalRow(
  reference: GreyReference,
  row: ArrayLike<number | null>,
  options: GreyRowOptions = {},
): GreyGrade | NotComputable {
  const fitted = readGreyReference(reference);
  const values = readColumn(row, ["row"], largestMeasured);
  expectCount(Array.from(values), fitted.reference.length, "row");
  const record = expectRecord(options, ["options"], [], ["weights", "rho"]);
  const weights = readWeights(record["weights"], fitted.reference.length, ["weights"]);
  return grade(fitted, (column) => values[column] ?? Number.NaN, weights, readRho(record["rho"]));
}

/** Expects ρ; near 0 every unit but the best would fall to nothing. */
export function readRho(value: unknown): number {
  return expectNumber(value ?? 0.5, ["rho"], { least: 0.01, most: 1 });
}

/** Grade where everything has been checked. */
export function grade(
  fitted: GreyReference,
  rawOf: (column: number) => number,
  weights: readonly number[],
  rho: number,
): GreyGrade | NotComputable {
  const { offsets, divisors, reference, nearest, farthest, deviation } = fitted;
  const coefficients: (number | null)[] = [];
  for (const [column, weight] of weights.entries()) {
    const raw = rawOf(column);
    if (weight !== 0 && Number.isNaN(raw)) return missingValue;
    const normal = (raw - (offsets[column] ?? 0)) / (divisors[column] ?? 1);
    const far = deviationOf(deviation, reference[column] ?? 0, normal);
    coefficients.push(weight === 0 ? null : Math.min(1, (nearest + rho * farthest) / (far + rho * farthest)));
  }
  const value = compensatedSum(coefficients.map((part, column) => (part ?? 0) * (weights[column] ?? 0)));
  return { status: "ok", value, coefficients };
}
