import { finiteNumber } from "../expect/finite-number.js";
import { inRange, type ParameterRange, positive } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { multipleRange, referenceRange } from "./chart-options.js";
import { onTheLine } from "./rules/control-rule.js";

/** What a cumulative sum is held against and when it signals. */
export interface CusumDesign {
  readonly centre: number;
  /** Standard deviation of one value. */
  readonly standardDeviation: number;
  /** Half the shift to be found, in standard deviations; 0.5 where it is left out. */
  readonly k?: number;
  /** Sum at which the chart signals, in standard deviations; 5 where it is left out. */
  readonly h?: number;
}

/** Two cumulative sums in standard deviations; plain data that can be stored between values. */
export interface CusumState {
  /** At least 0. */
  readonly upperSum: number;
  /** At most 0. */
  readonly lowerSum: number;
}

/** Cumulative sums after one more value. */
export interface CusumStep extends CusumState {
  /** The sums that are beyond h: `up`, `down`, both or none. */
  readonly signals: readonly ("up" | "down")[];
}

const atMostZero: ParameterRange = { holds: (value) => value <= 0, en: "at most 0", zh: "小于或等于 0" };
const atLeastZero: ParameterRange = { holds: (value) => value >= 0, en: "at least 0", zh: "大于或等于 0" };

/**
 * One step of a two-sided cumulative sum chart, for values that arrive one at a time.
 *
 * $$ C^+_i = \max(0,\, C^+_{i-1} + z_i - k), \qquad C^-_i = \min(0,\, C^-_{i-1} + z_i + k), \qquad z_i = \frac{x_i - \mu}{\sigma} $$
 *
 * It signals where $C^+ > h$ or $C^- < -h$, and goes on summing: to restart after a signal, pass `null`; for a head start, pass
 * sums of ±h/2. With k = ½ and known parameters a false alarm comes every 465 values for h = 5 and every 168 for h = 4. Source: Page, Biometrika 41
 * (1954) 100–115.
 *
 * @param state the step before, or `null` at the start
 * @param value the new value
 * @param design centre, spread, k and h; the same at every step
 * @returns the new sums; pass them to the next step
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `result.not-representable`
 * @example
 * ```ts
 * const design = { centre: 10, standardDeviation: 2 };
 * const first = cusumStep(null, 13, design);
 * cusumStep(first, 16, design).upperSum; // => 3.5
 * ```
 */
export function cusumStep(state: CusumState | null, value: number, design: CusumDesign): CusumStep {
  const { centre, standardDeviation, k = 0.5, h = 5 } = namedMembers(design, "design");
  finiteNumber(centre, "centre", ["design", "centre"]);
  inRange(standardDeviation, "standardDeviation", positive, ["design", "standardDeviation"]);
  inRange(k, "k", referenceRange, ["design", "k"]);
  inRange(h, "h", multipleRange, ["design", "h"]);
  finiteNumber(value, "value");
  const before = state === null ? { upperSum: 0, lowerSum: 0 } : namedMembers(state, "state", ["state"]);
  inRange(before.upperSum, "state.upperSum", atLeastZero, ["state", "upperSum"]);
  inRange(before.lowerSum, "state.lowerSum", atMostZero, ["state", "lowerSum"]);
  const z = representable((value - centre) / standardDeviation, "distance from the centre");
  const upperSum = representable(Math.max(0, before.upperSum + z - k), "upperSum");
  const lowerSum = representable(Math.min(0, before.lowerSum + z + k), "lowerSum");
  const signals: ("up" | "down")[] = [];
  if (upperSum > h + onTheLine) signals.push("up");
  if (lowerSum < -h - onTheLine) signals.push("down");
  return { upperSum, lowerSum, signals };
}
