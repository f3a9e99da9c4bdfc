import { CxMetricsError, expectNumber, expectOneOf, expectText, type Outcome } from "@cxmetrics/definition";
import { engineName } from "../engine.js";
import { withoutEstimate } from "../not-computable.js";
import { eitherOr } from "../problems.js";
import { noValidRows } from "../reasons.js";
import type { DurationPercentileMeasure, TimeForm } from "./measure.js";
import type { MeasureContext, MeasureKind } from "./measure-kind.js";
import { percentileWithOpenCases } from "./percentile-with-open-cases.js";
import { readSpans } from "./read-spans.js";

const millisecondsIn: Readonly<Record<TimeForm, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** A percentile of spans of time, open cases counting as longer than every completed one. */
export const durationPercentile: MeasureKind<DurationPercentileMeasure> = {
  kind: "duration-percentile",
  title: { en: "percentile of durations", zh: "时长分位数" },
  required: ["percentile"],
  optional: ["start", "end", "duration", "dividedBy", "as"],
  sourced: true,
  check(record, path) {
    const pair = record["start"] !== undefined && record["end"] !== undefined;
    const neither = record["start"] === undefined && record["end"] === undefined;
    if (record["duration"] === undefined ? !pair : !neither)
      throw new CxMetricsError(eitherOr, {
        path,
        values: { first: "duration", second: "start, end" },
      });
    for (const column of ["start", "end", "duration", "dividedBy"])
      if (record[column] !== undefined) expectText(record[column], [...path, column]);
    expectNumber(record["percentile"], [...path, "percentile"], { least: 0.001, most: 0.999 });
    if ((record["as"] === undefined) === (record["dividedBy"] === undefined))
      throw new CxMetricsError(eitherOr, { path, values: { first: "as", second: "dividedBy" } });
    if (record["as"] !== undefined) expectOneOf(record["as"], [...path, "as"], ["ms", "s", "min", "h", "d"]);
  },
  columns: ({ start, end, duration, dividedBy }) =>
    [start, end, duration, dividedBy].filter((column) => column !== undefined),
  factor: ({ as = "ms" }) => 1 / millisecondsIn[as],
  suffix: ({ as = "" }) => as,
  compute: percentileOutcome,
};

async function percentileOutcome(
  measure: DurationPercentileMeasure,
  context: MeasureContext,
): Promise<Outcome> {
  const { completed, open, base } = await readSpans(measure, context);
  const cases = completed.length + open;
  const { reference, level = 0.95 } = context;
  if (cases === 0)
    return withoutEstimate(noValidRows, base, reference, { rows: base.missing + base.invalid });
  const estimate = percentileWithOpenCases({ completed, open, percentile: measure.percentile, level });
  if (estimate.status !== "ok") return { ...estimate, base, definition: reference };
  return {
    status: "ok",
    value: estimate.value,
    unit: measure.dividedBy === undefined ? "milliseconds" : "ratio",
    n: cases,
    effectiveN: cases,
    standardError: null,
    interval: estimate.interval,
    base,
    definition: reference,
    engine: engineName,
    warnings: [],
  };
}
