import type { ProblemPath } from "@cxmetrics/definition";
import type { EvaluationRun } from "./evaluate-measures.js";
import type { EvaluationUnit } from "./evaluation-plan.js";
import { headerOf, locateRows, type RowLocation } from "./locate-rows.js";
import type { Measure } from "./measures/measure.js";
import type { MeasureContext } from "./measures/measure-kind.js";
import { resolveDefinition } from "./resolve-definition.js";

/** How a measure is called in results and errors. */
export type MeasureNames = Pick<MeasureContext, "reference" | "title"> & { readonly path: ProblemPath };

/** What a measure is computed in for one unit, and where its rows stand. */
export function measureContext(
  { plan, engine, resolveScoreDefinition }: EvaluationRun,
  measure: Measure,
  unit: EvaluationUnit,
  names: MeasureNames,
): { readonly located: RowLocation | null; readonly context: MeasureContext } {
  const located = "source" in measure ? locateRows(plan, measure, unit, names.path) : null;
  const level = plan.options?.level;
  const inference = located?.inference;
  const context: MeasureContext = {
    ...names,
    engine,
    unit,
    rows: located?.selection ?? { source: "", where: [] },
    header: (name) => headerOf(located?.file.columns ?? {}, name),
    ...(level === undefined ? {} : { level }),
    ...(inference === undefined ? {} : { inference }),
    resolveScore: (source, path) => resolveDefinition(source, resolveScoreDefinition, path),
  };
  return { located, context };
}
