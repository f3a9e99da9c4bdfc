import { type DefinitionReference, digestOf } from "@cxmetrics/definition";
import type { EvaluationPlan } from "./evaluation-plan.js";
import type { Measure } from "./measures/measure.js";

/**
 * Names a measure of a plan in results: the plan's id and the measure's, in lower case; a measure's id that does not fit the form of
 * an id (Chinese, say) is left to the digest.
 */
export function measureReference(plan: EvaluationPlan, id: string, measure: Measure): DefinitionReference {
  const digest = digestOf(measure);
  const word = id.toLowerCase().replaceAll("_", "-");
  const fits = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/.test(word);
  return {
    id: `${plan.id}.${fits ? word : `measure-${digest.slice(7, 15)}`}`,
    version: plan.version,
    digest,
  };
}
