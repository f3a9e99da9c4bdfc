import type { Indicator } from "@cxmetrics/index-model";
import type { EvaluatedMeasures, EvaluationRun } from "../evaluate-measures.js";
import type { EvaluationUnit } from "../evaluation-plan.js";
import { measureContext } from "../measure-context.js";
import { measureFor } from "../measure-for.js";
import { measureReference } from "../measure-reference.js";
import type { Measure } from "../measures/measure.js";
import type { Leaf } from "./leaf.js";
import { leafError } from "./leaf-error.js";

/** Every indicator of a unit with what is known of its error. */
export async function unitLeaves(
  run: EvaluationRun,
  unit: EvaluationUnit,
  measures: ReadonlyMap<string, readonly Measure[]>,
  indicators: ReadonlyMap<string, Indicator>,
  { outcomes }: EvaluatedMeasures,
): Promise<readonly Leaf[]> {
  const leaves: Leaf[] = [];
  for (const [id, list] of measures) {
    const path = ["measures", id];
    const measure = measureFor(list, unit, path);
    const indicator = indicators.get(id);
    const outcome = outcomes.get(id)?.get(unit.id);
    if (!measure || !indicator || !outcome) continue;
    const names = { reference: measureReference(run.plan, id, measure), title: indicator.title, path };
    const { located, context } = measureContext(run, measure, unit, names);
    leaves.push({
      id,
      column: indicator.column ?? id,
      measure,
      context,
      located,
      outcome,
      error: await leafError(indicator, measure, context, outcome, located),
    });
  }
  return leaves;
}
