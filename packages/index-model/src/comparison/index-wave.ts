import { CxMetricsError, describeValue, expectRecord, expectText } from "@cxmetrics/definition";
import { checkResult } from "../check-result.js";
import type { IndexResult } from "../index-result.js";
import { duplicatePeriod, notAList } from "./problems.js";

/** The result of one period. */
export interface IndexWave {
  /** Name of the period, for example `2025` or `2025-Q1`. */
  readonly period: string;
  readonly result: IndexResult;
}

/** Expects the waves of a series, in the order of time. */
export function expectWaves(value: unknown, name: string, distinct = true): readonly IndexWave[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new CxMetricsError(notAList, { path: [name], values: { name, found: describeValue(value) } });
  const seen = new Set<string>();
  return value.map((item: unknown, index) => {
    const path = [name, index];
    const record = expectRecord(item, path, ["period", "result"]);
    const period = expectText(record["period"], [...path, "period"]);
    if (distinct && seen.has(period)) throw new CxMetricsError(duplicatePeriod, { path, values: { period } });
    seen.add(period);
    const result = record["result"] as IndexResult;
    checkResult(result);
    return { period, result };
  });
}
