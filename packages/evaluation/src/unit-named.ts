import { CxMetricsError, didYouMean, expectText, type ProblemPath } from "@cxmetrics/definition";
import type { EvaluationPlan, EvaluationUnit } from "./evaluation-plan.js";
import { unknownUnit } from "./problems.js";

/** The unit of a plan that a text names. */
export function unitNamed(plan: EvaluationPlan, name: unknown, path: ProblemPath): EvaluationUnit {
  const text = expectText(name, path);
  const unit = plan.units.find(({ id }) => id === text);
  if (unit) return unit;
  const ids = plan.units.map(({ id }) => id);
  throw new CxMetricsError(unknownUnit, {
    path,
    values: { unit: text, hint: didYouMean(text, ids), allowed: ids.join(", ") },
  });
}
