import type { Outcome } from "@cxmetrics/definition";
import { differenceByStandardErrors } from "@cxmetrics/stats";
import type { CriterionChange } from "./evaluation-result.js";
import { notComputable } from "./not-computable.js";
import { noStandardError, overlappingRows, sideMissing } from "./reasons.js";

/** One side of a difference: the estimate and what it is multiplied with for reading. */
export interface ChangeSide {
  readonly outcome: Outcome | undefined;
  readonly factor: number;
}

/**
 * Difference of a criterion between two units, with the interval of two independent samples; no interval where the same row
 * may stand on both sides, because the covariance is not known.
 */
export function criterionChange(
  from: ChangeSide,
  to: ChangeSide,
  disjoint: boolean,
  level: number | undefined,
): CriterionChange {
  if (from.outcome?.status !== "ok" || to.outcome?.status !== "ok")
    return { difference: null, interval: notComputable(sideMissing) };
  const difference = to.outcome.value * to.factor - from.outcome.value * from.factor + 0;
  if (!disjoint) return { difference, interval: notComputable(overlappingRows) };
  const [a, b] = [from.outcome.standardError, to.outcome.standardError];
  if (a === null || b === null) return { difference, interval: notComputable(noStandardError) };
  const test = differenceByStandardErrors({
    a: { value: from.outcome.value * from.factor, standardError: a * from.factor },
    b: { value: to.outcome.value * to.factor, standardError: b * to.factor },
    ...(level === undefined ? {} : { level }),
  });
  return { difference, interval: test.status === "ok" ? test.interval : test };
}
