import { CxMetricsError, expectList, expectNumber, expectOneOf, expectRecord } from "@cxmetrics/definition";
import { idealsCrossed, wrongCount } from "../problems.js";
import { largestMeasured } from "../read-column.js";
import { type CohortNormalisation, cohortNormalisations } from "./normalise-column.js";

/** Options of `fitTopsisIdeals`. */
export interface TopsisFitOptions {
  /** `vector` (default) is Hwang and Yoon's. */
  readonly normalisation?: CohortNormalisation;
  /** Ideals as raw values instead of the best and worst seen: then adding a unit moves only the normalisation, and with `none` nothing at all. */
  readonly ideals?: { readonly best: readonly number[]; readonly worst: readonly number[] };
}

/** What TOPSIS needs to score one unit: plain numbers, one per column, to be frozen with a definition. */
export interface TopsisIdeals {
  readonly status: "ok";
  readonly normalisation: CohortNormalisation;
  readonly offsets: readonly number[];
  readonly divisors: readonly number[];
  /** Normalised best value of each column. */
  readonly ideal: readonly number[];
  /** Normalised worst value of each column. */
  readonly antiIdeal: readonly number[];
  /** Units of the reference population. */
  readonly n: number;
}

/** Expects fitted ideals, for example out of a stored definition. */
export function readIdeals(value: unknown): TopsisIdeals {
  const keys = ["status", "normalisation", "offsets", "divisors", "ideal", "antiIdeal", "n"];
  const record = expectRecord(value, ["ideals"], keys);
  const numbers = (key: string, least?: number) =>
    expectList(record[key], ["ideals", key], (item, path) =>
      expectNumber(item, path, { most: 1e200, least: least ?? -1e200 }),
    );
  const offsets = numbers("offsets");
  const lists = {
    divisors: numbers("divisors", Number.MIN_VALUE),
    ideal: numbers("ideal"),
    antiIdeal: numbers("antiIdeal"),
  };
  for (const [name, list] of Object.entries(lists)) expectCount(list, offsets.length, name);
  return {
    status: expectOneOf(record["status"], ["ideals", "status"], ["ok"]),
    normalisation: expectOneOf(record["normalisation"], ["ideals", "normalisation"], cohortNormalisations),
    offsets,
    ...lists,
    n: expectNumber(record["n"], ["ideals", "n"], { least: 1, integer: true }),
  };
}

/** Refuses a list that does not hold one number per column. */
export function expectCount(list: readonly unknown[], expected: number, name: string): void {
  if (list.length !== expected)
    throw new CxMetricsError(wrongCount, { path: [name], values: { name, found: list.length, expected } });
}

/** Expects ideals given as raw values, the best above the worst. */
export function readRawIdeals(value: unknown, count: number) {
  const record = expectRecord(value, ["ideals"], ["best", "worst"]);
  const range = { least: -largestMeasured, most: largestMeasured };
  const read = (key: string) => {
    const list = expectList(record[key], ["ideals", key], (item, path) => expectNumber(item, path, range));
    expectCount(list, count, `ideals.${key}`);
    return list;
  };
  const best = read("best");
  const worst = read("worst");
  for (const [column, value] of best.entries())
    if (!(value > (worst[column] ?? 0)))
      throw new CxMetricsError(idealsCrossed, {
        path: ["ideals", "best", column],
        values: { column, best: value, worst: worst[column] ?? 0 },
      });
  return { best, worst };
}
