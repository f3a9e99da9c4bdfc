import type { Interval, NotComputable } from "@cxmetrics/definition";
import { confidenceLevel } from "../expect/level.js";
import { methodNamed } from "../expect/method-named.js";
import { namedMembers } from "../expect/named-members.js";
import { intervalOf } from "../interval-of.js";
import { noTrials } from "../reasons.js";
import { proportionLimits } from "./limits-by-method.js";
import { type ProportionCounts, proportionCounts } from "./proportion-counts.js";

/** Name of a method of `proportionInterval`. */
export type ProportionIntervalMethod =
  | "wilson"
  | "agresti-coull"
  | "clopper-pearson"
  | "jeffreys"
  | "jeffreys-brown-cai-dasgupta"
  | "wald"
  | "mid-p"
  | "logit"
  | "arcsine"
  | "arcsine-anscombe";

/** Arguments of `proportionInterval`. */
export interface ProportionIntervalInput extends ProportionCounts {
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** `wilson` where it is left out. */
  readonly method?: ProportionIntervalMethod;
}

/**
 * Confidence interval of a proportion, on 0…1.
 *
 * The default is Wilson's score interval:
 * $$ \frac{\hat p + \frac{z^2}{2n} \pm z\sqrt{\frac{\hat p(1-\hat p)}{n} + \frac{z^2}{4n^2}}}{1 + \frac{z^2}{n}} $$
 * The other methods, with formula, source and edge cases, stand in `proportionIntervalMethods`. Counts need not be whole:
 * under weights pass the effective size n_eff and successes p̂·n_eff. Limits are clamped to 0…1. `wald` at no or all successes
 * is the estimate itself, as its formula says; it carries no information about certainty.
 *
 * @returns the interval, or `not-computable` `no-trials`
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `level.out-of-range`,
 * `method.unknown`
 * @example
 * ```ts
 * const interval = proportionInterval({ successes: 81, trials: 263 });
 * interval.status === "ok" && interval.lower; // => 0.2552885198782743
 * const exact = proportionInterval({ successes: 0, trials: 10, method: "clopper-pearson" });
 * exact.status === "ok" && exact.upper; // => 0.3084971078187608
 * ```
 */
export function proportionInterval(input: ProportionIntervalInput): Interval | NotComputable {
  const { successes, trials, level: wanted, method: id = "wilson" } = namedMembers(input, "input");
  const counts = proportionCounts({ successes, trials });
  const level = confidenceLevel(wanted);
  const method = methodNamed(proportionLimits, id);
  if (counts.trials === 0) return noTrials;
  const { lower, upper } = method.limits(counts.successes, counts.trials, level);
  return intervalOf(Math.max(0, lower), Math.min(1, upper), level, method.id);
}
