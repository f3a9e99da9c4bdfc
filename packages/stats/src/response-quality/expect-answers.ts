import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { finiteNumber } from "../expect/finite-number.js";
import { notAList } from "../problems.js";
import { notAnAnswer, notARowList, raggedRows } from "./problems.js";

/** One answer as recorded: a code or a text; `null` where there is none. */
export type Answer = number | string | null;

function listOf(values: unknown, name: string, path: ProblemPath): ArrayLike<unknown> {
  if (Array.isArray(values) || (ArrayBuffer.isView(values) && "length" in values))
    return values as ArrayLike<unknown>;
  throw new CxMetricsError(notAList, { path, values: { name, found: describeValue(values) } });
}

/** An answer; `undefined` counts as none. */
export function expectAnswer(value: unknown, name: string, path: ProblemPath): Answer {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  // Adding zero turns -0 into 0.
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  throw new CxMetricsError(notAnAnswer, { path, values: { name, found: describeValue(value) } });
}

/** The answers of one respondent, numbers or texts. */
export function expectAnswers(values: unknown, name: string, path: ProblemPath): readonly Answer[] {
  return Array.from(listOf(values, name, path), (value, index) =>
    expectAnswer(value, `${name}[${index}]`, [...path, index]),
  );
}

/** Numbers with `null` where one is missing; `undefined` counts as missing. */
export function expectNumbersOrNull(
  values: unknown,
  name: string,
  path: ProblemPath,
): readonly (number | null)[] {
  return Array.from(listOf(values, name, path), (value, index) =>
    // Adding zero turns -0 into 0.
    value === null || value === undefined
      ? null
      : finiteNumber(value, `${name}[${index}]`, [...path, index]) + 0,
  );
}

/** One member per respondent. */
export function expectRows<T>(
  rows: unknown,
  name: string,
  read: (row: unknown, name: string, path: ProblemPath) => T,
  path: ProblemPath = [name],
): readonly T[] {
  if (!Array.isArray(rows))
    throw new CxMetricsError(notARowList, { path, values: { name, found: describeValue(rows) } });
  return Array.from(rows, (row: unknown, index) => read(row, `${name}[${index}]`, [...path, index]));
}

/** Refuses rows of different lengths. */
export function sameItems(rows: readonly (readonly unknown[])[], path: ProblemPath): number {
  const expected = rows[0]?.length ?? 0;
  for (const [row, { length }] of rows.entries())
    if (length !== expected)
      throw new CxMetricsError(raggedRows, {
        path: [...path, row],
        values: { row, found: length, expected },
      });
  return expected;
}
