import type { EvaluationPlan } from "./evaluation-plan.js";
import { locateRows } from "./locate-rows.js";
import { measureFor } from "./measure-for.js";
import type { Measure } from "./measures/measure.js";
import { unitNamed } from "./unit-named.js";

/** Checks that every measure finds a file, and its rows, for every unit to which it applies. */
export function checkLocations(
  plan: EvaluationPlan,
  group: "measures" | "criteria",
  id: string,
  measures: readonly Measure[],
): void {
  measures.forEach((measure, index) => {
    for (const [at, unit] of (measure.units ?? []).entries())
      unitNamed(plan, unit, [group, id, ...(measures.length > 1 ? [index] : []), "units", at]);
  });
  for (const unit of plan.units) {
    const measure = measureFor(measures, unit, [group, id]);
    if (measure && "source" in measure) locateRows(plan, measure, unit, [group, id]);
  }
}
