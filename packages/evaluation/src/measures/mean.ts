import { expectList, expectNumber, expectText, type Outcome } from "@cxmetrics/definition";
import { engineName } from "../engine.js";
import { numberIn } from "../in-memory/number-in.js";
import { withoutEstimate } from "../not-computable.js";
import { noValidRows } from "../reasons.js";
import type { MeanMeasure } from "./measure.js";
import type { MeasureContext, MeasureKind } from "./measure-kind.js";
import { sampleMean } from "./sample-mean.js";

/** Mean of a column of numbers, each row counting once, with Student's interval. */
export const mean: MeasureKind<MeanMeasure> = {
  kind: "mean",
  title: { en: "mean of numbers", zh: "数值均值" },
  required: ["column"],
  optional: ["missing"],
  sourced: true,
  check(record, path) {
    expectText(record["column"], [...path, "column"]);
    if (record["missing"] !== undefined)
      expectList(record["missing"], [...path, "missing"], (code, at) => expectNumber(code, at));
  },
  columns: ({ column }) => [column],
  factor: () => 1,
  suffix: () => "",
  compute: meanOutcome,
  reading: async ({ column, missing }, { header }) => ({
    columns: [header(column)],
    read: ([cell]) => {
      const number = numberIn(cell ?? "");
      return number === null || missing?.includes(number) ? null : [number, 1];
    },
  }),
};

async function meanOutcome(measure: MeanMeasure, context: MeasureContext): Promise<Outcome> {
  const { engine, rows, header, level = 0.95, reference } = context;
  const { columns, invalid } = await engine.readNumbers({
    ...rows,
    columns: [header(measure.column)],
    onInvalid: measure.onInvalid ?? "throw",
  });
  const excluded = new Map<string, number>(invalid > 0 ? [["not-a-number", invalid]] : []);
  const values: number[] = [];
  let missing = 0;
  for (const cell of columns[0] ?? []) {
    if (cell !== null && !measure.missing?.includes(cell)) values.push(cell);
    else {
      missing += 1;
      const reason = cell === null ? "blank" : `code ${cell}`;
      excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
    }
  }
  const n = values.length;
  const base = { valid: n, missing, invalid, excluded: Object.fromEntries(excluded) };
  if (n === 0) return withoutEstimate(noValidRows, base, reference, { rows: missing + invalid });
  // Sorted, so that rounding does not depend on the order of the rows.
  const { value, standardError, interval } = sampleMean(
    values.sort((a, b) => a - b),
    level,
  );
  return {
    status: "ok",
    value,
    unit: "mean",
    n,
    effectiveN: n,
    standardError,
    interval,
    base,
    definition: reference,
    engine: engineName,
    warnings: [],
  };
}
