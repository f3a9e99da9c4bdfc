import { finiteNumber } from "../expect/finite-number.js";
import { inRange, positive, wholeSampleSize } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { multipleRange, weightRange } from "./chart-options.js";
import { oneOf } from "./one-of.js";
import { onTheLine } from "./rules/control-rule.js";

/** How a moving average starts and when it signals. */
export interface EwmaDesign {
  readonly centre: number;
  /** Standard deviation of one value. */
  readonly standardDeviation: number;
  /** Weight of the newest value, above 0 and at most 1; 0.2 where it is left out. */
  readonly lambda?: number;
  /** Distance of the limits from the centre in standard deviations of the average; 3 where it is left out. */
  readonly sigma?: number;
  /** `time-varying` where it is left out. */
  readonly limits?: "time-varying" | "asymptotic";
}

/** A moving average after some values; plain data that can be stored between values. */
export interface EwmaState {
  readonly value: number;
  /** Number of values taken in. */
  readonly step: number;
}

/** A moving average after one more value, with its limits. */
export interface EwmaStep extends EwmaState {
  readonly lower: number;
  readonly upper: number;
  /** Standard deviation of the moving average. */
  readonly standardDeviation: number;
  /** The limits that are left: `up`, `down` or none. */
  readonly signals: readonly ("up" | "down")[];
}

/**
 * One step of an exponentially weighted moving average chart, for values that arrive one at a time.
 *
 * $$ z_i = \lambda x_i + (1-\lambda) z_{i-1}, \qquad z_0 = \mu, \qquad
 * \mu \pm L\sigma\sqrt{\frac{\lambda}{2-\lambda}\left(1-(1-\lambda)^{2i}\right)} $$
 *
 * Asymptotic limits leave out the last factor. With λ = 0.2, L = 3 and known parameters a false alarm comes every 554 values. Source: Roberts, Technometrics 1 (1959) 239–250; Lucas and Saccucci, Technometrics 32
 * (1990) 1–29.
 *
 * @param state the step before, or `null` at the start
 * @param value the new value
 * @param design centre, spread, weight and limits; the same at every step
 * @returns the new state with limits; pass it to the next step
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `method.unknown`,
 * `result.not-representable`
 * @example
 * ```ts
 * const design = { centre: 50, standardDeviation: 2.0539, lambda: 0.3 };
 * const first = ewmaStep(null, 52, design);
 * ewmaStep(first, 47, design).value; // => 49.52
 * ```
 */
export function ewmaStep(state: EwmaState | null, value: number, design: EwmaDesign): EwmaStep {
  const { centre, standardDeviation, lambda = 0.2, sigma = 3, limits } = namedMembers(design, "design");
  finiteNumber(centre, "centre", ["design", "centre"]);
  inRange(standardDeviation, "standardDeviation", positive, ["design", "standardDeviation"]);
  inRange(lambda, "lambda", weightRange, ["design", "lambda"]);
  inRange(sigma, "sigma", multipleRange, ["design", "sigma"]);
  const asymptotic = oneOf(limits, "limits", ["time-varying", "asymptotic"]) === "asymptotic";
  finiteNumber(value, "value");
  const before = state === null ? { value: centre, step: 0 } : namedMembers(state, "state", ["state"]);
  finiteNumber(before.value, "state.value", ["state", "value"]);
  const step = inRange(before.step, "state.step", wholeSampleSize, ["state", "step"]) + 1;
  const average = representable(lambda * value + (1 - lambda) * before.value, "value");
  const settled = asymptotic ? 1 : -Math.expm1(2 * step * Math.log1p(-lambda));
  const spread = representable(
    standardDeviation * Math.sqrt((lambda / (2 - lambda)) * settled),
    "standardDeviation",
  );
  const reach = representable(sigma * spread, "limit");
  const distance = average - centre;
  const beyond = Math.abs(distance) > reach + onTheLine * spread;
  return {
    value: average,
    step,
    lower: representable(centre - reach, "lower"),
    upper: representable(centre + reach, "upper"),
    standardDeviation: spread,
    signals: beyond ? [distance > 0 ? "up" : "down"] : [],
  };
}
