import {
  CxMetricsError,
  expectNumber,
  expectOneOf,
  expectRecord,
  type ProblemPath,
} from "@cxmetrics/definition";
import { normalDistribution } from "@cxmetrics/stats";
import type { Indicator } from "../index-definition.js";
import { readAnswerCounts, spreadOfCounts } from "./answer-spread.js";
import { emptyInterval, errorWithoutInference, inferenceRequired, valueMismatch } from "./problems.js";
import type { UncertainInput } from "./uncertainty-input.js";

/** Where an estimate stands. */
export interface EstimatePlace {
  readonly column: string;
  readonly source: Indicator["source"];
  readonly unit: string;
  /** The raw value of the table. */
  readonly cell: number;
}

/** Reads one estimate; `undefined` for a plain fact. */
export function readEstimate(
  value: unknown,
  path: ProblemPath,
  place: EstimatePlace,
  level: number,
): UncertainInput | undefined {
  const record = expectRecord(
    value,
    path,
    [],
    ["inference", "value", "standardError", "df", "n", "interval", "counts"],
  );
  const { column, source, unit, cell } = place;
  const named = { column, unit };
  if (record["inference"] === undefined) throw new CxMetricsError(inferenceRequired, { path, values: named });
  const inference = expectOneOf(record["inference"], [...path, "inference"], ["sample", "process", "none"]);
  if (record["value"] !== undefined)
    holdAgainst(expectNumber(record["value"], [...path, "value"]), path, place);
  const given = record["standardError"] ?? undefined;
  const error =
    given === undefined
      ? undefined
      : expectNumber(given, [...path, "standardError"], { least: 0, most: 1e150 });
  const interval = record["interval"] === undefined ? undefined : widthOf(record["interval"], path, named);
  const answers =
    record["counts"] === undefined
      ? undefined
      : readAnswerCounts(record["counts"], [...path, "counts"], named);
  if (answers) holdAgainst(answers.mean, path, place);
  const df = freedomOf(record, path, source);
  if (inference === "none") {
    if ((error ?? 0) > 0 || (interval ?? 0) > 0)
      throw new CxMetricsError(errorWithoutInference, { path, values: named });
    return undefined;
  }
  const known = error ? error : interval;
  const base = { column, source, value: cell };
  if (answers) return { ...base, ...spreadOfCounts(answers, known, level), df: Infinity };
  return { ...base, df, variance: known ? known * known : null };
}

function holdAgainst(value: number, path: ProblemPath, { column, unit, cell }: EstimatePlace): void {
  if (Math.abs(value - cell) <= 1e-6 * Math.max(1, Math.abs(cell))) return;
  throw new CxMetricsError(valueMismatch, { path, values: { column, unit, value, cell } });
}

/** Standard error behind a normal interval. */
function widthOf(value: unknown, path: ProblemPath, named: { column: string; unit: string }): number {
  const at = [...path, "interval"];
  const record = expectRecord(value, at, ["lower", "upper", "level"], ["status", "method"]);
  const range = { least: -1e150, most: 1e150 };
  const lower = expectNumber(record["lower"], [...at, "lower"], range);
  const upper = expectNumber(record["upper"], [...at, "upper"], range);
  const level = expectNumber(record["level"], [...at, "level"], { least: 0.5, most: 0.9999 });
  if (lower > upper)
    throw new CxMetricsError(emptyInterval, { path: at, values: { ...named, lower, upper } });
  return (upper - lower) / 2 / normalDistribution.quantile((1 + level) / 2);
}

function freedomOf(
  record: Readonly<Record<string, unknown>>,
  path: ProblemPath,
  source: Indicator["source"],
): number {
  const n =
    record["n"] === undefined
      ? undefined
      : expectNumber(record["n"], [...path, "n"], { least: 0, most: 1e15 });
  if (record["df"] !== undefined)
    return expectNumber(record["df"], [...path, "df"], { least: 0.1, most: 1e9 });
  return source === "expert" && n !== undefined && n > 1 ? n - 1 : Infinity;
}
