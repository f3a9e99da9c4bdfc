import { expectOneOf, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { readWeights } from "../cohort-table.js";
import { largestMeasured, readColumn } from "../read-column.js";
import { missingValue, noDistance } from "../reasons.js";
import { expectCount, readIdeals, type TopsisIdeals } from "./topsis-ideals.js";

/** Options of `topsisRow`. */
export interface TopsisRowOptions {
  /** Relative weights of the columns; equal when left out. */
  readonly weights?: readonly number[];
  /** `cap` (default): a value beyond an ideal counts as the ideal, so that better never scores worse. `measure`: the distance beyond counts as distance. */
  readonly beyond?: "cap" | "measure";
}

/** Closeness of one unit, with the two distances behind it. */
export interface TopsisCloseness {
  readonly status: "ok";
  /** 0 on the worst ideal, 1 on the best. */
  readonly value: number;
  readonly toIdeal: number;
  readonly toAntiIdeal: number;
}

/**
 * TOPSIS closeness of one unit to ideals that were fitted before.
 *
 * $$ C = \frac{D^{-}}{D^{+} + D^{-}}, \qquad D^{\pm} = \sqrt{\sum_j \bigl(w_j\,(v_j - v_j^{\pm})\bigr)^2} $$
 *
 * @param ideals from `fitTopsisIdeals`
 * @param row one value per column, more is better; `null` is missing
 * @param options weights, and what lies beyond an ideal
 * @returns the closeness, or `not-computable`: `missing` where a weighted value is lacking, `no-distance` where the two ideals are the same point
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.wrong-count`, `cohort.weights-sum-to-zero`, `document.wrong-type`, `document.missing-key`
 * @example
 * ```ts
 * const ideals = fitTopsisIdeals({ columns: [[0, 10], [0, 4]] }, { normalisation: "min-max" });
 * topsisRow(ideals, [5, 1]).value; // => 0.3827822185373187
 * topsisRow(ideals, [12, 0]).value; // => 0.5
 * ```
 */
export function topsisRow(
  ideals: TopsisIdeals,
  row: ArrayLike<number | null>,
  options: TopsisRowOptions = {},
): TopsisCloseness | NotComputable {
  const fitted = readIdeals(ideals);
  const values = readColumn(row, ["row"], largestMeasured);
  expectCount(Array.from(values), fitted.ideal.length, "row");
  const record = expectRecord(options, ["options"], [], ["weights", "beyond"]);
  const beyond = expectOneOf(record["beyond"] ?? "cap", ["beyond"], ["cap", "measure"]);
  const weights = readWeights(record["weights"], fitted.ideal.length, ["weights"]);
  return closeness(fitted, (column) => values[column] ?? Number.NaN, weights, beyond);
}

/** Closeness where everything has been checked. */
export function closeness(
  { offsets, divisors, ideal, antiIdeal }: TopsisIdeals,
  rawOf: (column: number) => number,
  weights: readonly number[],
  beyond: "cap" | "measure",
): TopsisCloseness | NotComputable {
  const above: number[] = [];
  const below: number[] = [];
  for (const [column, weight] of weights.entries()) {
    if (weight === 0) continue;
    const raw = rawOf(column);
    if (Number.isNaN(raw)) return missingValue;
    const best = ideal[column] ?? 0;
    const worst = antiIdeal[column] ?? 0;
    const normal = (raw - (offsets[column] ?? 0)) / (divisors[column] ?? 1);
    const value = beyond === "cap" ? Math.min(best, Math.max(worst, normal)) : normal;
    above.push(weight * (value - best));
    below.push(weight * (value - worst));
  }
  const toIdeal = Math.hypot(...above);
  const toAntiIdeal = Math.hypot(...below);
  const whole = toIdeal + toAntiIdeal;
  if (!(whole > 0) || !Number.isFinite(whole)) return noDistance;
  return { status: "ok", value: toAntiIdeal / whole, toIdeal, toAntiIdeal };
}
