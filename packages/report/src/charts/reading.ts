import {
  CxMetricsError,
  expectNumber,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { lowerAboveUpper, valueWithoutNumber } from "../problems.js";

/** Two ends between which a value lies, and the confidence level. An `Interval` of an estimate is one. */
export interface ChartInterval {
  readonly status?: "ok";
  readonly lower: number;
  readonly upper: number;
  /** Strictly between 0 and 1. */
  readonly level: number;
  readonly method?: string;
}

/** One value as a chart shows it. */
export interface ChartReading {
  readonly label: string;
  /** `null` where there is none; `reason` then says why. */
  readonly value: number | null;
  readonly reason?: string;
  /** Records in the base. */
  readonly n?: number | null;
  readonly interval?: ChartInterval | null;
}

export const readingKeys = ["reason", "n", "interval"] as const;

/** Reads the members that every reading has. */
export function expectReading(record: Readonly<Record<string, unknown>>, path: ProblemPath): ChartReading {
  const label = expectText(record["label"], [...path, "label"]);
  const value = numberOrNull(record["value"], [...path, "value"]);
  const reason =
    record["reason"] === undefined ? undefined : expectText(record["reason"], [...path, "reason"]);
  if (value === null && reason === undefined)
    throw new CxMetricsError(valueWithoutNumber, { path: [...path, "value"], values: { label } });
  const n = record["n"] ?? null;
  return {
    label,
    value,
    ...(reason === undefined ? {} : { reason }),
    n: n === null ? null : expectNumber(n, [...path, "n"], { least: 0 }),
    interval: expectInterval(record["interval"], [...path, "interval"]),
  };
}

/** Reads an interval, or that there is none. */
export function expectInterval(value: unknown, path: ProblemPath): ChartInterval | null {
  if (value === undefined || value === null) return null;
  const record = expectRecord(value, path, ["lower", "upper", "level"], ["status", "method"]);
  const lower = expectNumber(record["lower"], [...path, "lower"]);
  const upper = expectNumber(record["upper"], [...path, "upper"]);
  if (lower > upper) throw new CxMetricsError(lowerAboveUpper, { path, values: { lower, upper } });
  const level = expectNumber(record["level"], [...path, "level"], { least: 0.001, most: 0.9999 });
  return { lower, upper, level };
}

/** Reads a number, or `null`. */
export function numberOrNull(value: unknown, path: ProblemPath): number | null {
  return value === null ? null : expectNumber(value, path);
}
