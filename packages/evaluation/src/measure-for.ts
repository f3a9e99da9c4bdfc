import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import type { EvaluationUnit } from "./evaluation-plan.js";
import type { Measure } from "./measures/measure.js";
import { overlappingMeasures } from "./problems.js";

/** The measure that applies to a unit; `undefined` when none does. */
export function measureFor(
  measures: readonly Measure[],
  unit: EvaluationUnit,
  path: ProblemPath,
): Measure | undefined {
  const applying = measures.filter(({ units }) => units === undefined || units.includes(unit.id));
  if (applying.length > 1)
    throw new CxMetricsError(overlappingMeasures, {
      path,
      values: { id: String(path[1] ?? ""), unit: unit.id },
    });
  return applying[0];
}
