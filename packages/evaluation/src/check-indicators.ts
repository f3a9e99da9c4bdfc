import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import type { IndexDefinition, Indicator } from "@cxmetrics/index-model";
import { appliesTo } from "./applies-to.js";
import type { EvaluationPlan } from "./evaluation-plan.js";
import type { Measure } from "./measures/measure.js";
import { idTwice, missingMeasure, sharedColumn, unknownIndicator } from "./problems.js";

/** Checks that measures and indicators match: none missing, none unknown, no column fed twice. */
export function checkIndicators(
  plan: EvaluationPlan,
  { id, version }: IndexDefinition,
  indicators: ReadonlyMap<string, Indicator>,
  measures: ReadonlyMap<string, readonly Measure[]>,
): void {
  const definition = `${id}@${version}`;
  const ids = [...indicators.keys()];
  for (const indicator of measures.keys())
    if (!indicators.has(indicator))
      throw new CxMetricsError(unknownIndicator, {
        path: ["measures", indicator],
        values: { definition, indicator, hint: didYouMean(indicator, ids) },
      });
  for (const criterion of Object.keys(plan.criteria ?? {}))
    if (indicators.has(criterion))
      throw new CxMetricsError(idTwice, { path: ["criteria", criterion], values: { id: criterion } });

  const fedBy = new Map<string, string>();
  for (const indicator of measures.keys()) {
    const column = indicators.get(indicator)?.column ?? indicator;
    const first = fedBy.get(column);
    if (first !== undefined)
      throw new CxMetricsError(sharedColumn, {
        path: ["measures", indicator],
        values: { first, indicator, column },
      });
    fedBy.set(column, indicator);
  }
  const missing = [...indicators].filter(
    ([indicator, node]) =>
      !fedBy.has(node.column ?? indicator) && plan.units.some((unit) => appliesTo(node, unit)),
  );
  if (missing.length > 0)
    throw new CxMetricsError(missingMeasure, {
      path: ["measures"],
      values: {
        definition,
        count: missing.length,
        indicators: missing.map(([indicator]) => indicator).join(", "),
      },
    });
}
