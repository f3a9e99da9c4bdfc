import type { EvaluationPlan, EvaluationUnit } from "./evaluation-plan.js";
import { locateRows } from "./locate-rows.js";
import { measureFor } from "./measure-for.js";
import type { Measure } from "./measures/measure.js";
import { separateRows } from "./separate-rows.js";

/** Whether no row can belong to both units: they stand in different files, or some column must hold different values. */
export function disjointRows(
  plan: EvaluationPlan,
  id: string,
  measures: readonly Measure[],
  from: EvaluationUnit,
  to: EvaluationUnit,
): boolean {
  const locate = (unit: EvaluationUnit) => {
    const measure = measureFor(measures, unit, ["criteria", id]);
    return measure && "source" in measure ? locateRows(plan, measure, unit, ["criteria", id]) : null;
  };
  const [a, b] = [locate(from), locate(to)];
  return a !== null && b !== null && separateRows(a, b);
}
