import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { rational } from "@cxmetrics/formula";
import { expectMembers } from "./expect-members.js";
import { badJudgement, diagonalNotOne, notConnected, notReciprocal, notSquare, tooMany } from "./problems.js";

/** One judgement: a number, a fraction such as `"1/3"`, or null where it is missing. */
export type Judgement = number | string | null;

/** Pairwise judgements: row i, column j says how many times as important i is as j. */
export type JudgementMatrix = readonly (readonly Judgement[])[];

/** A reciprocal matrix that has been read; NaN stands where a judgement is missing. */
export interface ReadJudgements {
  readonly size: number;
  readonly rows: readonly Float64Array[];
  /** Pairs i < j without a judgement. */
  readonly missing: readonly (readonly [number, number])[];
}

const least = 1e-9;
const most = 1e9;
const largestSize = 100;
/** Relative room for the rounding of a reciprocal. */
const tolerance = 1e-6;

/** Reads a judgement matrix, fills reciprocals and checks that judgements link all indicators. */
export function readJudgements(matrix: unknown, path: ProblemPath): ReadJudgements {
  const given = expectMembers(matrix, path, (row, at) => expectMembers(row, at, readJudgement));
  const size = given.length;
  if (size > largestSize)
    throw new CxMetricsError(tooMany, { path, values: { found: size, most: largestSize } });
  for (const [index, row] of given.entries())
    if (row.length !== size)
      throw new CxMetricsError(notSquare, {
        path: [...path, index],
        values: { row: index + 1, found: row.length, expected: size },
      });
  const rows = given.map(() => new Float64Array(size).fill(1));
  const missing: [number, number][] = [];
  const at = (i: number, j: number) => given[i]?.[j] ?? null;
  for (let i = 0; i < size; i += 1) {
    const self = at(i, i);
    if (self !== null && self !== 1)
      throw new CxMetricsError(diagonalNotOne, { path: [...path, i, i], values: { found: self } });
    for (let j = i + 1; j < size; j += 1) {
      const value = agreed(at(i, j), at(j, i), i, j, path);
      if (value === null) missing.push([i, j]);
      setPair(rows, i, j, value ?? Number.NaN);
    }
  }
  refuseApart(rows, path);
  return { size, rows, missing };
}

/** Writes a judgement and its reciprocal. */
export function setPair(rows: readonly Float64Array[], i: number, j: number, value: number): void {
  const row = rows[i];
  const back = rows[j];
  if (row) row[j] = value;
  if (back) back[i] = 1 / value;
}

function readJudgement(value: unknown, path: ProblemPath): number | null {
  if (value === null || value === undefined) return null;
  const read = typeof value === "string" ? rational(value) : undefined;
  const number = read ? read.numerator / read.denominator : value;
  if (typeof number === "number" && number >= least && number <= most) return number;
  throw new CxMetricsError(badJudgement, { path, values: { found: describeValue(value), least, most } });
}

/** The judgement of two entries that say the same; rounding is shared between them, so that the order of indicators has no effect. */
function agreed(there: number | null, back: number | null, i: number, j: number, path: ProblemPath) {
  if (there === null) return back === null ? null : 1 / back;
  if (back === null) return there;
  if (Math.abs(there * back - 1) > tolerance)
    throw new CxMetricsError(notReciprocal, {
      path: [...path, j, i],
      values: { row: i + 1, column: j + 1, there, back },
    });
  return Math.sqrt(there / back);
}

function refuseApart(rows: readonly Float64Array[], path: ProblemPath): void {
  const reached = new Set([0]);
  for (const i of reached)
    for (const [j, value] of (rows[i] ?? []).entries()) if (!Number.isNaN(value)) reached.add(j);
  const apart = rows.map((_, index) => index).filter((index) => !reached.has(index));
  if (apart.length > 0)
    throw new CxMetricsError(notConnected, {
      path,
      values: { apart: apart.map((index) => index + 1).join(", ") },
    });
}
