import { expectList, expectNumber, expectText, type Outcome } from "@cxmetrics/definition";
import { engineName } from "../engine.js";
import { expectCellValue } from "../expect-cell-value.js";
import { expectMembers } from "../expect-members.js";
import { withoutEstimate } from "../not-computable.js";
import { tooFewRaters } from "../reasons.js";
import type { RubricMeanMeasure } from "./measure.js";
import type { MeasureContext, MeasureKind } from "./measure-kind.js";
import { raterMeans } from "./rater-means.js";
import { sampleMean } from "./sample-mean.js";

/** Mean of expert ratings by a rubric: each rater's ratings are averaged first, then the raters. */
export const rubricMean: MeasureKind<RubricMeanMeasure> = {
  kind: "rubric-mean",
  title: { en: "mean by rubric", zh: "评分细则均值" },
  required: ["rater", "level", "levels"],
  optional: ["minimumRaters", "missing"],
  sourced: true,
  check(record, path) {
    expectText(record["rater"], [...path, "rater"]);
    expectText(record["level"], [...path, "level"]);
    const levels = expectMembers(record["levels"], [...path, "levels"], (score, at) =>
      expectNumber(score, at),
    );
    expectList(Object.keys(levels), [...path, "levels"], expectText, 1);
    if (record["minimumRaters"] !== undefined)
      expectNumber(record["minimumRaters"], [...path, "minimumRaters"], { least: 1, integer: true });
    if (record["missing"] !== undefined) expectList(record["missing"], [...path, "missing"], expectCellValue);
  },
  columns: ({ rater, level }) => [rater, level],
  factor: () => 1,
  suffix: () => "",
  compute: rubricOutcome,
  drawnBy: "rater",
};

async function rubricOutcome(measure: RubricMeanMeasure, context: MeasureContext): Promise<Outcome> {
  const { level = 0.95, reference } = context;
  const { means, base } = await raterMeans(measure, context);
  const raters = means.length;
  const { minimumRaters: minimum = 2 } = measure;
  if (raters === 0 || raters < minimum)
    return withoutEstimate(tooFewRaters, base, reference, { raters, minimum });
  const { value, standardError, interval } = sampleMean(means, level);
  return {
    status: "ok",
    value,
    unit: "mean",
    n: raters,
    effectiveN: raters,
    standardError,
    interval,
    base,
    definition: reference,
    engine: engineName,
    warnings: [],
  };
}
