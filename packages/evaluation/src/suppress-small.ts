import type { Outcome } from "@cxmetrics/definition";
import { notComputable } from "./not-computable.js";
import { tooFewRecords } from "./reasons.js";

/** Withholds an estimate that rests on fewer records than the plan asks for. */
export function suppressSmall(outcome: Outcome, minimum: number | undefined): Outcome {
  if (outcome.status !== "ok" || minimum === undefined || outcome.n >= minimum) return outcome;
  const { n, definition } = outcome;
  return { ...notComputable(tooFewRecords, { n, minimum }), status: "suppressed", n, definition };
}
