import { expectOneOf, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { type CohortColumn, cohortColumn } from "./cohort-column.js";
import { rankNumbers, type TieRule, tieRules } from "./rank-numbers.js";
import { presentRows, readColumn } from "./read-column.js";
import { noUnits, tooFewUnits } from "./reasons.js";

/** How a rank r among n becomes a share: `inclusive` (r−1)/(n−1), `cumulative` r/n, `hazen` (r−½)/n. */
export type PercentileRule = "inclusive" | "cumulative" | "hazen";

/** Every percentile rule. */
export const percentileRules: readonly PercentileRule[] = ["inclusive", "cumulative", "hazen"];

/** Options of `percentileRanks`. The rule has no default: the three give different numbers. */
export interface PercentileOptions {
  readonly rule: PercentileRule;
  /** `average` when left out; the Handbook's table 15 and COINr take `minimum`. */
  readonly ties?: TieRule;
}

/**
 * Percentile rank of each unit among all that have a value, as a share 0…1; more is better.
 *
 * $$ \frac{r-1}{n-1} \quad\text{or}\quad \frac{r}{n} \quad\text{or}\quad \frac{r-\tfrac12}{n}, \qquad r = \text{ascending rank} $$
 *
 * `inclusive` is COINr's and the spreadsheet's PERCENTRANK.INC and runs from 0 to 1; `cumulative` is table 15 of the
 * OECD/JRC Handbook (2008); `hazen` is Hazen's plotting position, symmetric about ½.
 *
 * @param values one number per unit; `null` and `NaN` are missing
 * @param options rule and ties
 * @returns shares, or `not-computable`: `no-units`, and `too-few-units` for a single value under `inclusive`
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `document.missing-key`, `document.not-allowed`
 * @example
 * ```ts
 * percentileRanks([3, 9, 5, null, 7], { rule: "inclusive" }).values; // => [0, 1, 0.3333333333333333, null, 0.6666666666666666]
 * percentileRanks([3, 9, 5, null, 7], { rule: "hazen" }).values; // => [0.125, 0.875, 0.375, null, 0.625]
 * ```
 */
export function percentileRanks(
  values: ArrayLike<number | null>,
  options: PercentileOptions,
): CohortColumn | NotComputable {
  const column = readColumn(values, ["values"]);
  const record = expectRecord(options, ["options"], ["rule"], ["ties"]);
  const rule = expectOneOf(record["rule"], ["rule"], percentileRules);
  const ties = expectOneOf(record["ties"] ?? "average", ["ties"], tieRules);
  const rows = presentRows(column);
  const n = rows.length;
  if (n === 0) return noUnits;
  if (n === 1 && rule === "inclusive") return tooFewUnits;
  const ranks = rankNumbers(
    Float64Array.from(rows, (row) => column[row] ?? 0),
    "ascending",
    ties,
  );
  const shareOf = {
    inclusive: (rank: number) => (rank - 1) / (n - 1),
    cumulative: (rank: number) => rank / n,
    hazen: (rank: number) => (rank - 0.5) / n,
  }[rule];
  return cohortColumn(column.length, rows, ranks.map(shareOf));
}
