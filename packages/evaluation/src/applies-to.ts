import type { Indicator } from "@cxmetrics/index-model";
import { attributeOf } from "./attribute-of.js";
import type { EvaluationUnit } from "./evaluation-plan.js";

/** Whether an indicator applies to a unit, by the attribute that its definition names. */
export function appliesTo(indicator: Indicator | undefined, unit: EvaluationUnit): boolean {
  const rule = indicator?.appliesTo;
  return !rule || rule.values.includes(attributeOf(unit, rule.attribute) ?? "");
}
