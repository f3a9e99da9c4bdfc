import { type Estimate, expectNumber, expectText, type Outcome } from "@cxmetrics/definition";
import { meanInterval } from "@cxmetrics/stats";
import { engineName } from "../engine.js";
import { numberIn } from "../in-memory/number-in.js";
import { notComputable, withoutEstimate } from "../not-computable.js";
import { noSamplingModel, noValidRows, plainFacts, zeroDenominator } from "../reasons.js";
import type { RatioOfSumsMeasure } from "./measure.js";
import type { MeasureContext, MeasureKind } from "./measure-kind.js";
import { influenceOf, type RowReading } from "./row-reading.js";

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
  reading: async (measure, { header }) => ratioReading(measure, header),
};

function ratioReading(measure: RatioOfSumsMeasure, header: MeasureContext["header"]): RowReading {
  return {
    columns: [header(measure.numerator), header(measure.denominator)],
    read: ([above, below]) => {
      const [top, bottom] = [numberIn(above ?? ""), numberIn(below ?? "")];
      return top === null || bottom === null ? null : [top * (measure.times ?? 1), bottom];
    },
  };
}

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
    ...(await ratioError(measure, context, value)),
    base,
    definition: reference,
    engine: engineName,
    warnings: [],
  };
}

/**
 * Standard error of a ratio over rows that are drawn, or that a process brings about, one by one:
 * $\sqrt{\frac{n}{n-1} \sum z^2}$ with $z = (t - Rb)/\sum b$, and Student's t with n − 1 (Cochran, Sampling Techniques, 1977,
 * section 6.4). Without a statement about the rows there is none.
 */
async function ratioError(
  measure: RatioOfSumsMeasure,
  { engine, rows, header, inference, level = 0.95 }: MeasureContext,
  value: number,
): Promise<Pick<Estimate, "standardError" | "interval">> {
  if (inference !== "sample" && inference !== "process")
    return {
      standardError: null,
      interval: notComputable(inference === "none" ? plainFacts : noSamplingModel),
    };
  const reading = ratioReading(measure, header);
  const { cells } = await engine.countValues({ ...rows, columns: reading.columns });
  const { n, squares } = influenceOf(reading, cells) ?? { n: 0, squares: 0 };
  const standardError = n > 1 ? Math.sqrt((n / (n - 1)) * squares) : null;
  return {
    standardError,
    interval: meanInterval({
      mean: value,
      standardDeviation: (standardError ?? 0) * Math.sqrt(n),
      n: Math.max(1, n),
      level,
    }),
  };
}
