import { CxMetricsError, type Interval, type NotComputable } from "@cxmetrics/definition";
import { inRange, type ParameterRange, sampleSize, share } from "../expect/in-range.js";
import { confidenceLevel } from "../expect/level.js";
import { methodNamed } from "../expect/method-named.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { intervalOf } from "../interval-of.js";
import { sharesExceedOne } from "../problems.js";
import { noObservations } from "../reasons.js";
import { netShareLimits } from "./limits-by-method.js";

/** Name of a method of `netShareInterval`. */
export type NetShareIntervalMethod =
  | "nps-score"
  | "nps-adjusted-wald"
  | "nps-wald"
  | "nps-t"
  | "nps-bootstrap"
  | "nps-dirichlet";

/** Arguments of `netShareInterval`. */
export interface NetShareIntervalInput {
  /** Share of answers in the upper band (promoters), 0…1. */
  readonly upper: number;
  /** Share of answers in the lower band (detractors), 0…1. */
  readonly lower: number;
  /** Number of answers, or the effective number under weights; need not be whole. */
  readonly n: number;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** `nps-score` where it is left out. */
  readonly method?: NetShareIntervalMethod;
  /** Prior parameter of each of the three bands, 0.1 to 1000; ½ where it is left out. Only `nps-dirichlet` uses it. */
  readonly prior?: number;
}

const priorRange: ParameterRange = {
  holds: (value) => value >= 0.1 && value <= 1000,
  en: "between 0.1 and 1000",
  zh: "介于 0.1 与 1000 之间",
};

/** Interval of a net share on −1…1. */
export interface NetShareInterval extends Interval {
  /** Lower limit before clamping to −1…1, for methods whose formula may leave that range. */
  readonly rawLower?: number;
  /** Upper limit before clamping to −1…1, for methods whose formula may leave that range. */
  readonly rawUpper?: number;
  /** Prior parameter of each band, for `nps-dirichlet`. */
  readonly prior?: number;
}

/**
 * Confidence interval of a net share such as the Net Promoter Score: share of the upper band minus share of the lower band,
 * on −1…1 (multiply by 100 for points).
 *
 * The default is the score interval of Tango (1998) and Agresti and Min (2005): all Δ with
 * $$ \left|\frac{\sqrt n\,(p_u - p_l - \Delta)}{\sqrt{2q + \Delta(1-\Delta)}}\right| \le z $$
 * where q is the share of lower answers that maximises the likelihood given Δ. Its coverage is near the level even for ten
 * answers, where the Wald interval's is not. The other methods stand in `netShareIntervalMethods`.
 *
 * @returns the interval, or `not-computable`: `no-observations` (n = 0); for `nps-t` also `single-observation` and
 * `no-variation`; for `nps-bootstrap` also `counts-not-whole` (an effective size) and `too-many-answers` (more than 100 000)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `shares.exceed-one`,
 * `level.out-of-range`, `method.unknown`
 * @example
 * ```ts
 * const interval = netShareInterval({ upper: 0.5, lower: 0.2, n: 100 });
 * interval.status === "ok" && interval.lower; // => 0.13955141614195696
 * const adjusted = netShareInterval({ upper: 1, lower: 0, n: 10, method: "nps-adjusted-wald" });
 * adjusted.status === "ok" && adjusted.rawUpper; // => 1.063426023013636
 * const bootstrap = netShareInterval({ upper: 0.5, lower: 0.2, n: 100, method: "nps-bootstrap" });
 * bootstrap.status === "ok" && bootstrap.lower; // => 0.14
 * ```
 */
export function netShareInterval(input: NetShareIntervalInput): NetShareInterval | NotComputable {
  const members = namedMembers(input, "input");
  const { upper, lower, n, level: wanted, method: id = "nps-score", prior = 0.5 } = members;
  inRange(upper, "upper", share);
  inRange(lower, "lower", share);
  inRange(n, "n", sampleSize);
  // Weighted shares may add up to 1 and a rounding error.
  if (upper + lower > 1 + 1e-9) {
    throw new CxMetricsError(sharesExceedOne, { path: ["upper"], values: { upper, lower } });
  }
  const level = confidenceLevel(wanted);
  const method = methodNamed(netShareLimits, id);
  inRange(prior, "prior", priorRange);
  if (n === 0) return noObservations;
  const limits = method.limits(upper, lower, n, level, prior);
  if ("status" in limits) return limits;
  const interval = intervalOf(Math.max(-1, limits.lower), Math.min(1, limits.upper), level, method.id);
  if (method.id === "nps-dirichlet") return { ...interval, prior };
  if (method.bounded) return interval;
  const rawLower = representable(limits.lower, "rawLower");
  return { ...interval, rawLower, rawUpper: representable(limits.upper, "rawUpper") };
}
