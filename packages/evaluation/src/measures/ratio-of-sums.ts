import { expectNumber, expectText, type Outcome } from "@cxmetrics/definition";
import { engineName } from "../engine.js";
import { notComputable, withoutEstimate } from "../not-computable.js";
import { noSamplingModel, noValidRows, zeroDenominator } from "../reasons.js";
import type { RatioOfSumsMeasure } from "./measure.js";
import type { MeasureContext, MeasureKind } from "./measure-kind.js";

/** Σ numerator ÷ Σ denominator × times, over the rows in which both are numbers. */
export const ratioOfSums: MeasureKind<RatioOfSumsMeasure> = {
  kind: "ratio-of-sums",
  title: { en: "ratio of sums", zh: "总量之比" },
  required: ["numerator", "denominator"],
  optional: ["times"],
  sourced: true,
  check(record, path) {
    expectText(record["numerator"], [...path, "numerator"]);
    expectText(record["denominator"], [...path, "denominator"]);
    if (record["times"] !== undefined)
      expectNumber(record["times"], [...path, "times"], { least: Number.MIN_VALUE });
  },
  columns: (measure) => [measure.numerator, measure.denominator],
  factor: () => 1,
  suffix: () => "",
  compute: ratioOutcome,
};

async function ratioOutcome(measure: RatioOfSumsMeasure, context: MeasureContext): Promise<Outcome> {
  const { engine, rows, header, reference } = context;
  const tally = await engine.sumColumns({
    ...rows,
    columns: [header(measure.numerator), header(measure.denominator)],
    onInvalid: measure.onInvalid ?? "throw",
  });
  const [numerator = 0, denominator = 0] = tally.sums;
  const excluded = tally.invalid > 0 ? { "not-a-number": tally.invalid } : {};
  const blank: Record<string, number> = tally.blank > 0 ? { blank: tally.blank } : {};
  const base = {
    valid: tally.complete,
    missing: tally.blank,
    invalid: tally.invalid,
    excluded: { ...blank, ...excluded },
  };
  if (tally.complete === 0) return withoutEstimate(noValidRows, base, reference, { rows: tally.rows });
  const value = (numerator / denominator) * (measure.times ?? 1);
  if (denominator === 0 || !Number.isFinite(value))
    return withoutEstimate(zeroDenominator, base, reference, { column: measure.denominator });
  return {
    status: "ok",
    value,
    unit: "ratio",
    n: tally.complete,
    effectiveN: tally.complete,
    standardError: null,
    interval: notComputable(noSamplingModel),
    base,
    definition: reference,
    engine: engineName,
    warnings: [],
  };
}
