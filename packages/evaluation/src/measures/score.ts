import { CxMetricsError, expectList, expectOneOf, expectText, type Outcome } from "@cxmetrics/definition";
import { estimateScore, type IntervalMethod, intervalMethods } from "@cxmetrics/scores";
import { expectCellValue } from "../expect-cell-value.js";
import { expectDefinitionSource } from "../expect-definition-source.js";
import { numberIn } from "../in-memory/number-in.js";
import { wrongForm } from "../problems.js";
import type { ScoreMeasure } from "./measure.js";
import type { MeasureContext, MeasureKind } from "./measure-kind.js";
import type { RowReading } from "./row-reading.js";
import { scoreContrast } from "./score-contrast.js";
import { expectShareForm, shareFactor, shareSuffix } from "./share-form.js";

const intervals: readonly IntervalMethod[] = Object.values(intervalMethods).flat();

/** A score definition on a column of ratings. */
export const score: MeasureKind<ScoreMeasure> = {
  kind: "score",
  title: { en: "rating score", zh: "评分得分" },
  required: ["definition", "rating"],
  optional: ["weight", "missing", "interval", "as"],
  sourced: true,
  check(record, path) {
    expectDefinitionSource(record["definition"], [...path, "definition"]);
    expectText(record["rating"], [...path, "rating"]);
    if (record["weight"] !== undefined) expectText(record["weight"], [...path, "weight"]);
    if (record["missing"] !== undefined) expectList(record["missing"], [...path, "missing"], expectCellValue);
    if (record["interval"] !== undefined) expectOneOf(record["interval"], [...path, "interval"], intervals);
    expectShareForm(record, path);
  },
  columns: ({ rating, weight }) => (weight === undefined ? [rating] : [rating, weight]),
  factor: shareFactor,
  suffix: shareSuffix,
  compute: scoreOutcome,
  reading: scoreReading,
  answers: async (measure, context) => [...new Set((await contrastOf(measure, context)).values())],
};

async function contrastOf(measure: ScoreMeasure, { resolveScore, path }: MeasureContext) {
  return scoreContrast(await resolveScore(measure.definition, [...path, "definition"]));
}

/** A rating counts with its weight; codes, blanks and cells that the tally refused do not. */
async function scoreReading(measure: ScoreMeasure, context: MeasureContext): Promise<RowReading> {
  const contrast = await contrastOf(measure, context);
  const missing = new Set(measure.missing?.map((code) => numberIn(String(code))));
  const { header } = context;
  return {
    columns: [measure.rating, ...(measure.weight === undefined ? [] : [measure.weight])].map(header),
    read: ([rating, weight]) => {
      const point = numberIn(rating ?? "");
      const value = point === null || missing.has(point) ? undefined : contrast.get(point);
      const w = measure.weight === undefined ? 1 : numberIn(weight ?? "");
      return value === undefined || w === null || w < 0 ? null : [w * value, w];
    },
  };
}

async function scoreOutcome(measure: ScoreMeasure, context: MeasureContext): Promise<Outcome> {
  const { engine, rows, header, level, path } = context;
  const definition = await context.resolveScore(measure.definition, [...path, "definition"]);
  const { unit } = definition.statistic;
  if (measure.as !== undefined && measure.as !== "value" && unit !== "share")
    throw new CxMetricsError(wrongForm, { path: [...path, "as"], values: { form: measure.as, unit } });
  const tally = await engine.tallyRatings({
    ...rows,
    rating: header(measure.rating),
    ...(measure.weight === undefined ? {} : { weight: header(measure.weight) }),
    scale: definition.scale,
    missing: measure.missing ?? [],
    onInvalid: measure.onInvalid ?? "throw",
  });
  return estimateScore(tally, definition, {
    ...(level === undefined ? {} : { level }),
    ...(measure.interval === undefined ? {} : { interval: measure.interval }),
  });
}
