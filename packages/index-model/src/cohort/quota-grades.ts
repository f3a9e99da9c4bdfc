import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type NotComputable,
} from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { duplicateGrade, sharesTooLarge } from "./problems.js";
import { presentRows, readColumn } from "./read-column.js";
import { noUnits } from "./reasons.js";

/** A grade that only so many units may get. */
export interface GradeQuota {
  readonly id: string;
  /** Share of the ranked units, 0…1. The last grade has none: it takes the rest. */
  readonly share?: number;
}

/** Options of `quotaGrades`. None has a default: at a cut they decide who gets the better grade. */
export interface QuotaOptions {
  /** From the best grade to the last. */
  readonly grades: readonly GradeQuota[];
  /** How the cumulated share times n becomes a number of places. */
  readonly rounding: "floor" | "half-up" | "ceiling";
  /** Equal values at a cut: all get the `better` grade (its quota is exceeded) or all the `worse` one (it is not filled). */
  readonly ties: "better" | "worse";
}

/** Grades of units, and how the quotas were used. */
export interface QuotaGrades {
  readonly status: "ok";
  /** Grade per unit; `null` where the value is missing. */
  readonly grades: readonly (string | null)[];
  readonly n: number;
  /** From the best grade to the last: places allowed, places given, and the smallest value that got it. */
  readonly used: readonly {
    readonly id: string;
    readonly places: number;
    readonly given: number;
    readonly from: number | null;
  }[];
}

/**
 * Grades under a forced distribution (等级配额): the best so many per cent get the first grade, and so on.
 *
 * This deals out every grade by rank alone. A `quota` in the bands of a definition is something else: the most that may have a grade for
 * which they also qualify by their score.
 *
 * Places are cut from the cumulated shares, so rounding never adds up: grade g ends at place round(n · (s₁ + … + s_g)). Equal
 * values never get different grades.
 *
 * @param values one number per unit, more is better; `null` and `NaN` are missing and do not count towards n
 * @param options quotas, rounding, ties
 * @returns grades and their use, or `not-computable` `no-units`
 * @throws `CxMetricsError` `cohort.shares-too-large`, `cohort.duplicate-grade`, `cohort.not-a-column`, `cohort.bad-value`, `document.missing-key`, `document.unknown-key` (a share on the last grade), `document.wrong-type`
 * @example
 * ```ts
 * const grades = [{ id: "A", share: 0.2 }, { id: "B", share: 0.4 }, { id: "C" }];
 * const result = quotaGrades([81, 90, 77, 77, 60], { grades, rounding: "half-up", ties: "worse" });
 * result.grades; // => ["B", "A", "C", "C", "C"]
 * ```
 */
export function quotaGrades(
  values: ArrayLike<number | null>,
  options: QuotaOptions,
): QuotaGrades | NotComputable {
  const column = readColumn(values, ["values"]);
  const { grades, places, ties } = readQuotas(options);
  const rows = presentRows(column);
  const n = rows.length;
  if (n === 0) return noUnits;
  const at = (place: number) => column[rows[place] ?? 0] ?? 0;
  rows.sort((a, b) => (column[b] ?? 0) - (column[a] ?? 0) || a - b);
  const given = new Array<string | null>(column.length).fill(null);
  let start = 0;
  const used = grades.map((id, grade) => {
    const quota = places(grade, n);
    let end = grade === grades.length - 1 ? n : Math.max(start, quota);
    if (end < n && end > start && at(end - 1) === at(end)) {
      if (ties === "better") while (end < n && at(end) === at(end - 1)) end += 1;
      else while (end > start && at(end - 1) === at(end)) end -= 1;
    }
    for (const row of rows.slice(start, end)) given[row] = id;
    const told = {
      id,
      places: quota - places(grade - 1, n),
      given: end - start,
      from: end > start ? at(end - 1) : null,
    };
    start = end;
    return told;
  });
  return { status: "ok", grades: given, n, used };
}

/** Checks the options; `places` tells how many units stand in a grade or better. */
function readQuotas(options: unknown) {
  const record = expectRecord(options, ["options"], ["grades", "rounding", "ties"]);
  const rounding = expectOneOf(record["rounding"], ["rounding"], ["floor", "half-up", "ceiling"]);
  const ties = expectOneOf(record["ties"], ["ties"], ["better", "worse"]);
  const list = expectList(record["grades"], ["grades"], (item) => item, 1);
  const quotas = list.map((item, place) => {
    const path = ["grades", place];
    const quota = expectRecord(item, path, place === list.length - 1 ? ["id"] : ["id", "share"]);
    const id = expectText(quota["id"], [...path, "id"]);
    return { id, share: expectNumber(quota["share"] ?? 0, [...path, "share"], { least: 0, most: 1 }) };
  });
  const grades = quotas.map(({ id }) => id);
  for (const [place, id] of grades.entries())
    if (grades.indexOf(id) !== place)
      throw new CxMetricsError(duplicateGrade, { path: ["grades", place, "id"], values: { id } });
  const sum = compensatedSum(quotas.map(({ share }) => share));
  if (sum > 1 + 1e-9) throw new CxMetricsError(sharesTooLarge, { path: ["grades"], values: { sum } });
  const places = (grade: number, n: number) => {
    if (grade < 0) return 0;
    if (grade === quotas.length - 1) return n;
    const upTo = n * compensatedSum(quotas.slice(0, grade + 1).map(({ share }) => share));
    // 0.1 + 0.2 of 10 units is 3 places, not 4: shares are decimal texts, their sums are not.
    if (rounding === "ceiling") return Math.min(n, Math.ceil(upTo - 1e-9));
    return Math.min(n, Math.floor(upTo + (rounding === "half-up" ? 0.5 : 0) + 1e-9));
  };
  return { grades, places, ties };
}
