import { finiteNumber } from "../expect/finite-number.js";
import { inRange, type ParameterRange, positive } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { oneOf } from "./one-of.js";

/** Checked choices of all kinds of chart, with their defaults. */
export interface ChartOptions {
  readonly sigma: number;
  readonly screening: "none" | "once";
  readonly movingRangeDivisor: number;
  readonly dispersion: "moving-range" | "standard-deviation";
  readonly lambda: number;
  readonly limits: "time-varying" | "asymptotic";
  readonly k: number;
  readonly h: number;
  readonly min: number;
  readonly max: number;
}

/** Weight of the newest value in a moving average. */
export const weightRange: ParameterRange = {
  holds: (value) => value > 0 && value <= 1,
  en: "above 0 and at most 1",
  zh: "大于 0 且不超过 1",
};

/** Multiples of a standard deviation. */
export const multipleRange: ParameterRange = {
  holds: (value) => value > 0 && value <= 1e6,
  en: "above 0 and at most 1000000",
  zh: "大于 0 且不超过 1000000",
};

/** Reference value of a cumulative sum. */
export const referenceRange: ParameterRange = {
  holds: (value) => value >= 0 && value <= 1e6,
  en: "between 0 and 1000000",
  zh: "介于 0 与 1000000 之间",
};

/** Reads the choices of a chart; members that another kind uses are ignored. */
export function chartOptions(input: object): ChartOptions {
  const given = input as Readonly<Record<string, unknown>>;
  const { sigma = 3, movingRangeDivisor = 1.128, lambda = 0.2, k = 0.5, h = 5, range = {} } = given;
  const { min, max } = namedMembers(range as { min?: unknown; max?: unknown }, "range", ["range"]);
  const lowest =
    min === undefined ? Number.NEGATIVE_INFINITY : finiteNumber(min, "range.min", ["range", "min"]) + 0;
  const above: ParameterRange = {
    holds: (value) => value > lowest,
    en: "above range.min",
    zh: "大于 range.min",
  };
  return {
    sigma: inRange(sigma, "sigma", multipleRange),
    screening: oneOf(given["screening"], "screening", ["none", "once"]),
    movingRangeDivisor: inRange(movingRangeDivisor, "movingRangeDivisor", positive),
    dispersion: oneOf(given["dispersion"], "dispersion", ["moving-range", "standard-deviation"]),
    lambda: inRange(lambda, "lambda", weightRange),
    limits: oneOf(given["limits"], "limits", ["time-varying", "asymptotic"]),
    k: inRange(k, "k", referenceRange),
    h: inRange(h, "h", multipleRange),
    min: lowest,
    max:
      max === undefined ? Number.POSITIVE_INFINITY : inRange(max, "range.max", above, ["range", "max"]) + 0,
  };
}
