import type { Interval, NotComputable } from "@cxmetrics/definition";
import type { EvaluationPlan } from "../evaluation-plan.js";
import type { RootOutcome } from "../evaluation-result.js";
import { notComputable } from "../not-computable.js";
import { isUncertain, type Leaf } from "./leaf.js";
import { pairRelation } from "./pair-relation.js";
import { raterDeviations } from "./rater-correlation.js";
import { sharedBetweenUnits, sideWithoutInterval, unitsDepend } from "./reasons.js";

/** One side of a difference of index values. */
export interface RootSide {
  readonly root: RootOutcome | undefined;
  readonly leaves: readonly Leaf[];
}

/**
 * Interval of a difference of two independent index values from their own intervals, by MOVER:
 *
 * $$ L = d - \sqrt{(b - l_b)^2 + (u_a - a)^2}, \qquad U = d + \sqrt{(u_b - b)^2 + (a - l_a)^2}, \qquad d = b - a $$
 *
 * With two normal intervals it is that of the difference; it also holds where a bound or rounding made them lopsided. Source: Zou
 * and Donner, Statistics in Medicine 27 (2008) 1693–1702.
 *
 * @param dependent whether the values of units depend on each other
 */
export async function differenceOfRoots(
  plan: EvaluationPlan,
  from: RootSide,
  to: RootSide,
  dependent: boolean,
): Promise<Interval | NotComputable> {
  if (from.root?.status !== "ok" || to.root?.status !== "ok") return notComputable(sideWithoutInterval);
  const [a, b] = [from.root, to.root];
  if (a.interval.status !== "ok" || b.interval.status !== "ok") return notComputable(sideWithoutInterval);
  if (dependent) return notComputable(unitsDepend);
  const shared = await sharedPair(plan, from.leaves, to.leaves);
  if (shared)
    return notComputable(sharedBetweenUnits, { a: shared[0].context.title, b: shared[1].context.title });
  const difference = b.value - a.value + 0;
  const below = Math.hypot(b.value - b.interval.lower, a.interval.upper - a.value);
  const above = Math.hypot(b.interval.upper - b.value, a.value - a.interval.lower);
  return {
    status: "ok",
    lower: difference - below,
    upper: difference + above,
    level: a.interval.level,
    method: "mover",
  };
}

/** First pair of leaves, one of each side, that may rest on the same rows, raters or people. */
async function sharedPair(plan: EvaluationPlan, from: readonly Leaf[], to: readonly Leaf[]) {
  for (const first of from.filter(isUncertain))
    for (const second of to.filter(isUncertain)) {
      const relation = pairRelation(plan, first, second);
      if (relation === "apart") continue;
      if (relation !== "raters") return [first, second] as const;
      const raters = await raterDeviations(first);
      if ([...(await raterDeviations(second)).keys()].some((rater) => raters.has(rater)))
        return [first, second] as const;
    }
  return undefined;
}
