import type { Interval, NotComputable } from "@cxmetrics/definition";
import { meanInterval, type ProportionIntervalMethod, proportionInterval } from "@cxmetrics/stats";
import type { IntervalMatter } from "./estimate-contrast.js";
import { netShareIntervalOf } from "./net-share-interval-of.js";
import type { ScoreStatistic } from "./score-definition.js";

/** The interval function of each statistic, on its unit scale and at the effective n. */
export const scoreIntervals: Readonly<
  Record<ScoreStatistic["kind"], (matter: IntervalMatter) => Interval | NotComputable>
> = { "net-share": netShareIntervalOf, share: shareIntervalOf, mean: meanIntervalOf };

function shareIntervalOf({ above, effectiveN, level, method }: IntervalMatter): Interval | NotComputable {
  return proportionInterval({
    successes: above * effectiveN,
    trials: effectiveN,
    level,
    method: method as ProportionIntervalMethod,
  });
}

/** Degrees of freedom are those of the answers, as for a weighted mean in R's survey package. */
function meanIntervalOf({ mean, variance, n, effectiveN, level }: IntervalMatter): Interval | NotComputable {
  if (n === 1) return meanInterval({ mean, standardDeviation: 0, n, level });
  return meanInterval({
    mean,
    standardDeviation: Math.sqrt((variance * n) / (n - 1)),
    n: effectiveN,
    level,
    degreesOfFreedom: n - 1,
  });
}
