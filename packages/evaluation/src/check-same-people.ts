import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import type { EvaluationPlan } from "./evaluation-plan.js";
import { unknownSource } from "./problems.js";

/** Checks that sources are said to hold the same people as sources that exist, and not as themselves. */
export function checkSamePeople(sources: EvaluationPlan["sources"]): void {
  const names = Object.keys(sources);
  for (const [name, { samePeople = [] }] of Object.entries(sources)) {
    const others = names.filter((other) => other !== name);
    for (const [at, other] of samePeople.entries())
      if (!others.includes(other))
        throw new CxMetricsError(unknownSource, {
          path: ["sources", name, "samePeople", at],
          values: { source: other, hint: didYouMean(other, others), allowed: others.join(", ") },
        });
  }
}
