import { CxMetricsError, expectList, expectNumber, expectOneOf, expectRecord } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { itemWeights } from "./problems.js";
import { readRows } from "./read-rows.js";

/** Result of one check; `null` where nobody looked. */
export type ChecklistMark = "pass" | "fail" | "not-applicable" | null;

/** How checks become a share. */
export interface ChecklistOptions {
  /** One weight ≥ 0 for each item; equal when left out. */
  readonly weights?: readonly number[];
  /** A check that nobody made: the unit has no share, or it counts as failed, or it leaves the base like one that does not apply. */
  readonly missing: "propagate" | "fail" | "exclude";
}

/** Share of passed checks for each unit. */
export interface ChecklistShares {
  readonly status: "ok";
  /** Share 0…1; `null` where there is none. */
  readonly values: readonly (number | null)[];
  readonly reasons: readonly ("nothing-applicable" | "missing" | null)[];
  /** Checks of each unit by what came out. */
  readonly counts: readonly {
    readonly pass: number;
    readonly fail: number;
    readonly notApplicable: number;
    readonly missing: number;
  }[];
}

/**
 * Share of passed checks among those that apply. Checks that do not apply leave numerator and denominator, and are counted; a check
 * that nobody made is not one that does not apply.
 *
 * $$ \frac{\sum_{pass} w_j}{\sum_{applicable} w_j} $$
 *
 * @param marks one row for each unit, one column for each item
 * @param options weights, and what an unmade check is
 * @returns shares and counts of each unit
 * @throws `CxMetricsError` `qualitative.not-a-table`, `qualitative.item-weights`, `document.*`
 * @example
 * ```ts
 * const marks = [["pass", "pass", "fail", "not-applicable"], ["pass", "fail", null, "pass"]];
 * checklistShare(marks, { missing: "propagate" }).values; // => [0.6666666666666666, null]
 * checklistShare(marks, { missing: "fail", weights: [1, 1, 1, 2] }).values; // => [0.6666666666666666, 0.6]
 * ```
 */
export function checklistShare(
  marks: readonly (readonly ChecklistMark[])[],
  options: ChecklistOptions,
): ChecklistShares {
  const rows = readRows(
    marks,
    "marks",
    (item, path): ChecklistMark =>
      item === null || item === undefined
        ? null
        : expectOneOf(item, path, ["pass", "fail", "not-applicable"] as const),
  );
  const record = expectRecord(options, ["options"], ["missing"], ["weights"]);
  const missing = expectOneOf(record["missing"], ["options", "missing"], ["propagate", "fail", "exclude"]);
  const items = rows[0]?.length ?? 0;
  const weights =
    record["weights"] === undefined
      ? Array.from({ length: items }, () => 1)
      : expectList(record["weights"], ["options", "weights"], (weight, path) =>
          expectNumber(weight, path, { least: 0, most: 1e15 }),
        );
  if (rows.length > 0 && (weights.length !== items || !weights.some((weight) => weight > 0)))
    throw new CxMetricsError(itemWeights, {
      path: ["options", "weights"],
      values: { weights: weights.length, items },
    });
  const shares = rows.map((row) => shareOf(row, weights, missing));
  return {
    status: "ok",
    values: shares.map((share) => (typeof share === "number" ? share : null)),
    reasons: shares.map((share) => (typeof share === "number" ? null : share)),
    counts: rows.map((row) => ({
      pass: row.filter((mark) => mark === "pass").length,
      fail: row.filter((mark) => mark === "fail").length,
      notApplicable: row.filter((mark) => mark === "not-applicable").length,
      missing: row.filter((mark) => mark === null).length,
    })),
  };
}

function shareOf(
  row: readonly ChecklistMark[],
  weights: readonly number[],
  missing: ChecklistOptions["missing"],
): number | "nothing-applicable" | "missing" {
  const weighed = row
    .map((mark, at) => ({ mark, weight: weights[at] ?? 0 }))
    .filter(({ weight }) => weight > 0);
  if (missing === "propagate" && weighed.some(({ mark }) => mark === null)) return "missing";
  const sum = (wanted: (mark: ChecklistMark) => boolean) =>
    compensatedSum(weighed.filter(({ mark }) => wanted(mark)).map(({ weight }) => weight));
  const base = sum((mark) => mark === "pass" || mark === "fail" || (mark === null && missing === "fail"));
  if (base === 0) return "nothing-applicable";
  return sum((mark) => mark === "pass") / base;
}
