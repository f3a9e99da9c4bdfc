import { expectNumber, expectOneOf, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { type RoundingMode, roundDecimal } from "@cxmetrics/formula";
import { type CohortColumn, cohortColumn } from "./cohort-column.js";
import { type RankOrder, rankNumbers, type TieRule, tieRules } from "./rank-numbers.js";
import { presentRows, readColumn } from "./read-column.js";
import { noUnits } from "./reasons.js";

/** Options of `rankValues`. */
export interface RankOptions {
  /** `descending` (default): the largest value has rank 1. */
  readonly order?: RankOrder;
  /** `minimum` (default): equal values share the best of their places, as in sport. */
  readonly ties?: TieRule;
  /** Digits to which values are rounded before they are ranked, −15…15; unrounded when left out. */
  readonly rounded?: number;
  /** Rounding of halves, `half-up` when left out. */
  readonly rounding?: RoundingMode;
}

/** Ranks of units. `values` are the ranks. */
export interface Ranking extends CohortColumn {
  /** What was compared: the values, rounded where that was asked for. */
  readonly compared: readonly (number | null)[];
  /** Units that share their value with another. */
  readonly tied: number;
}

const modes: readonly RoundingMode[] = ["half-up", "half-even", "up", "down", "ceiling", "floor"];

/**
 * Ranks of units by one value. Missing values stay unranked, with the reason, and do not count as a place.
 *
 * Ties: `minimum` 1 2 2 4, `average` 1 2.5 2.5 4, `maximum` 1 3 3 4, `dense` 1 2 2 3, `ordinal` 1 2 3 4 (equal values in the
 * order of the rows: the only rule that depends on it). Ranks of published, rounded scores differ from ranks of unrounded
 * ones; `rounded` names the digits.
 *
 * @param values one number per unit; `null` and `NaN` are missing
 * @param options order, tie rule, rounding
 * @returns ranks from 1, or `not-computable` `no-units` when no value is there
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `document.unknown-key`, `document.not-allowed`, `document.wrong-type`
 * @example
 * ```ts
 * const score = [71.4, 88.2, null, 71.1, 65];
 * rankValues(score).values; // => [2, 1, null, 3, 4]
 * rankValues(score, { rounded: 0 }).values; // => [2, 1, null, 2, 4]
 * rankValues(score, { rounded: 0, ties: "average", order: "ascending" }).values; // => [2.5, 4, null, 2.5, 1]
 * ```
 */
export function rankValues(
  values: ArrayLike<number | null>,
  options: RankOptions = {},
): Ranking | NotComputable {
  const column = readColumn(values, ["values"]);
  const { order, ties, rounded, rounding } = readRankOptions(options);
  const rows = presentRows(column);
  if (rows.length === 0) return noUnits;
  const compared = Float64Array.from(rows, (row) => {
    const value = column[row] ?? 0;
    return rounded === undefined ? value : roundDecimal(value, rounded, rounding);
  });
  const ranks = rankNumbers(compared, order, ties);
  const places = new Map<number, number>();
  for (const value of compared) places.set(value, (places.get(value) ?? 0) + 1);
  let tied = 0;
  for (const count of places.values()) if (count > 1) tied += count;
  const ranking = cohortColumn(column.length, rows, ranks);
  return { ...ranking, compared: cohortColumn(column.length, rows, compared).values, tied };
}

/** Checks the options and fills in the defaults. */
function readRankOptions(options: unknown) {
  const record = expectRecord(options, ["options"], [], ["order", "ties", "rounded", "rounding"]);
  const order: RankOrder = expectOneOf(
    record["order"] ?? "descending",
    ["order"],
    ["descending", "ascending"],
  );
  const ties: TieRule = expectOneOf(record["ties"] ?? "minimum", ["ties"], tieRules);
  const rounding: RoundingMode = expectOneOf(record["rounding"] ?? "half-up", ["rounding"], modes);
  const digits = record["rounded"];
  const rounded =
    digits === undefined
      ? undefined
      : expectNumber(digits, ["rounded"], { least: -15, most: 15, integer: true });
  return { order, ties, rounded, rounding };
}
