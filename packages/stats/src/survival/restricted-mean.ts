import type { NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { representable } from "../expect/representable.js";
import { intervalOf } from "../interval-of.js";
import { noVariation } from "../reasons.js";
import { criticalZ } from "../special-functions/critical-z.js";
import { beyondFollowUp } from "./reasons.js";
import type { RestrictedMean, SurvivalPoint } from "./survival-curve.js";

/** Area under the curve up to a limit, with Greenwood's variance of it. */
export function restrictedMean(
  points: readonly SurvivalPoint[],
  until: number,
  followedUntil: number,
  level: number,
): RestrictedMean | NotComputable {
  if (until > followedUntil && points.at(-1)?.survival !== 0) return beyondFollowUp;
  const later = points.findIndex(({ time }) => time >= until);
  const steps = later < 0 ? points.length : later;
  const timeOf = (step: number) => (step < steps ? (points[step] as SurvivalPoint).time : until);
  const areas = new Array<number>(steps + 1);
  areas[0] = timeOf(0);
  for (let step = 0; step < steps; step++) {
    const { time, survival } = points[step] as SurvivalPoint;
    areas[step + 1] = survival * (timeOf(step + 1) - time);
  }
  let ahead = 0;
  const terms: number[] = [];
  for (let index = steps - 1; index >= 0; index--) {
    const { atRisk, events } = points[index] as SurvivalPoint;
    ahead += areas[index + 1] as number;
    // Where everybody had the event nothing is left ahead.
    if (atRisk > events) terms.push((ahead / atRisk) * (ahead / (atRisk - events)) * events);
  }
  const value = compensatedSum(areas);
  const standardError = representable(Math.sqrt(compensatedSum(terms)), "standardError");
  const margin = criticalZ(level) * standardError;
  return {
    status: "ok",
    value,
    until,
    standardError,
    interval:
      standardError > 0
        ? intervalOf(Math.max(0, value - margin), Math.min(until, value + margin), level, "normal-greenwood")
        : noVariation,
  };
}
