import { CxMetricsError, expectList, expectText, type Outcome } from "@cxmetrics/definition";
import { proportionInterval } from "@cxmetrics/stats";
import { cellKey } from "../cell-key.js";
import { engineName } from "../engine.js";
import { expectCellValue } from "../expect-cell-value.js";
import { withoutEstimate } from "../not-computable.js";
import { valueOutsideBase } from "../problems.js";
import { noValidRows } from "../reasons.js";
import type { ShareMeasure } from "./measure.js";
import type { MeasureContext, MeasureKind } from "./measure-kind.js";
import { shareBase } from "./share-base.js";
import { expectShareForm, shareFactor, shareSuffix } from "./share-form.js";

/** Rows whose cell holds one of the values, over the rows of the base, with Wilson's interval. */
export const share: MeasureKind<ShareMeasure> = {
  kind: "share",
  title: { en: "share of rows", zh: "记录占比" },
  required: ["column", "in"],
  optional: ["of", "missing", "as"],
  sourced: true,
  check(record, path) {
    expectText(record["column"], [...path, "column"]);
    const counted = expectList(record["in"], [...path, "in"], expectCellValue, 1);
    if (record["missing"] !== undefined) expectList(record["missing"], [...path, "missing"], expectCellValue);
    expectShareForm(record, path);
    if (record["of"] === undefined) return;
    const base = new Set(expectList(record["of"], [...path, "of"], expectCellValue, 1).map(cellKey));
    for (const value of counted)
      if (!base.has(cellKey(value)))
        throw new CxMetricsError(valueOutsideBase, { path: [...path, "of"], values: { value } });
  },
  columns: (measure) => [measure.column],
  factor: shareFactor,
  suffix: shareSuffix,
  compute: shareOutcome,
  reading: async (measure, { header }) => {
    const sort = shareBase(measure);
    return {
      columns: [header(measure.column)],
      read: ([cell]) => {
        const kind = sort(cell);
        return typeof kind === "object" ? null : [kind === "counted" ? 1 : 0, 1];
      },
    };
  },
  answers: async () => [0, 1],
};

async function shareOutcome(measure: ShareMeasure, context: MeasureContext): Promise<Outcome> {
  const { engine, rows, header, level = 0.95, reference } = context;
  const tally = await engine.countValues({ ...rows, columns: [header(measure.column)] });
  const sort = shareBase(measure);
  let [successes, trials, missing, outside] = [0, 0, 0, 0];
  const excluded = new Map<string, number>();
  for (const { values, count } of tally.cells) {
    const cell = sort(values[0]);
    if (typeof cell === "object") {
      if (cell.outside === "missing") missing += count;
      else outside += count;
      excluded.set(cell.reason, (excluded.get(cell.reason) ?? 0) + count);
    } else {
      trials += count;
      if (cell === "counted") successes += count;
    }
  }
  const base = {
    valid: trials,
    missing: missing + outside,
    invalid: 0,
    excluded: Object.fromEntries(excluded),
  };
  if (trials === 0) return withoutEstimate(noValidRows, base, reference, { rows: tally.rows });
  const value = successes / trials;
  return {
    status: "ok",
    value,
    unit: "share",
    n: trials,
    effectiveN: trials,
    standardError: trials > 1 ? Math.sqrt((value * (1 - value)) / trials) : null,
    interval: proportionInterval({ successes, trials, level, method: "wilson" }),
    base,
    definition: reference,
    engine: engineName,
    warnings: [],
  };
}
