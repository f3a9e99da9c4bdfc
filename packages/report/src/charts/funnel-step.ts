import { expectNumber, expectRecord, expectText, type ProblemPath } from "@cxmetrics/definition";
import { type ChartInterval, expectInterval } from "./reading.js";

/** One step of a funnel. */
export interface FunnelChartStep {
  readonly label: string;
  /** Actors who got here. */
  readonly count: number;
  /** Interval of the share of those who entered. */
  readonly interval?: ChartInterval | null;
  /** Median time from the first step, of those who got here; `null` for the first step and where nobody did. */
  readonly medianMs: number | null;
}

/** Reads a step. */
export function expectStep(value: unknown, path: ProblemPath): FunnelChartStep {
  const record = expectRecord(value, path, ["label", "count"], ["interval", "medianMs"]);
  const medianMs = record["medianMs"] ?? null;
  return {
    label: expectText(record["label"], [...path, "label"]),
    count: expectNumber(record["count"], [...path, "count"], { least: 0 }),
    interval: expectInterval(record["interval"], [...path, "interval"]),
    medianMs: medianMs === null ? null : expectNumber(medianMs, [...path, "medianMs"], { least: 0 }),
  };
}
