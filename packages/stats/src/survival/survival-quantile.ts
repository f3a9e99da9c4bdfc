import type { NotComputable } from "@cxmetrics/definition";
import { notReached } from "./reasons.js";
import type { SurvivalPoint, SurvivalQuantile } from "./survival-curve.js";
import type { SurvivalIntervalMethod } from "./survival-interval.js";

/** Within this of the wanted share the curve counts as level with it, as in R. */
const tolerance = Math.sqrt(Number.EPSILON);

/** First time at which a falling curve is at or below a share; midway to the next fall where it lies level with it. */
function crossing(
  points: readonly SurvivalPoint[],
  share: number,
  height: (point: SurvivalPoint) => number | null,
): number | null {
  const at = points.findIndex((point) => {
    const here = height(point);
    return here !== null && here < share + tolerance;
  });
  const point = points[at];
  if (point === undefined) return null;
  const here = height(point) as number;
  if (Math.abs(here - share) >= tolerance) return point.time;
  const later = points.find((other, index) => index > at && (height(other) ?? here) < here);
  return later === undefined ? point.time : point.time + (later.time - point.time) / 2;
}

/** The time by which the curve has come down to a share, with the times at which its limits have. */
export function survivalQuantile(
  points: readonly SurvivalPoint[],
  share: number,
  level: number,
  method: SurvivalIntervalMethod,
): SurvivalQuantile | NotComputable {
  const value = crossing(points, share, ({ survival }) => survival);
  if (value === null) return notReached;
  const limit = (side: "lower" | "upper") =>
    crossing(points, share, ({ interval }) => (interval.status === "ok" ? interval[side] : null));
  return {
    status: "ok",
    value,
    lower: limit("lower"),
    upper: limit("upper"),
    level,
    method: `brookmeyer-crowley-${method}`,
  };
}
