import { badOption, intervalMismatch } from "./problems.js";
import { refuse } from "./rating-options.js";
import type { IntervalMethod, ScoreRule, ScoreStatistic } from "./score-definition.js";

/** Interval of a score, where the caller does not want the one its definition names. */
export interface IntervalOptions {
  /** Confidence level, strictly between 0 and 1. */
  readonly level?: number | undefined;
  /** Interval method; it must fit the statistic. */
  readonly interval?: IntervalMethod | undefined;
}

/** The interval that is wanted in the end. */
export interface IntervalChoice {
  readonly method: IntervalMethod;
  readonly level: number;
}

/**
 * Interval methods that fit each kind of statistic, the recommended one first.
 *
 * @example
 * ```ts
 * intervalMethods.mean; // => ["t"]
 * intervalMethods["net-share"][0]; // => "nps-score"
 * ```
 */
export const intervalMethods: Readonly<Record<ScoreStatistic["kind"], readonly IntervalMethod[]>> = {
  "net-share": ["nps-score", "nps-adjusted-wald", "nps-wald", "nps-t", "nps-bootstrap", "nps-dirichlet"],
  share: [
    "wilson",
    "agresti-coull",
    "clopper-pearson",
    "jeffreys",
    "jeffreys-brown-cai-dasgupta",
    "mid-p",
    "logit",
    "arcsine",
    "arcsine-anscombe",
    "wald",
  ],
  mean: ["t"],
};

/**
 * The interval method and level of a score: the caller's, else the definition's.
 *
 * @throws `CxMetricsError` `score.interval-mismatch`, `option.not-allowed`
 */
export function chooseInterval(definition: ScoreRule, options: IntervalOptions = {}): IntervalChoice {
  const { interval: method = definition.interval.method, level = definition.interval.level } = options;
  expectMethod(definition.statistic.kind, method, ["options", "interval"]);
  if (!(typeof level === "number" && level > 0 && level < 1))
    throw refuse(badOption, ["options", "level"], "0 < level < 1", level);
  return { method, level };
}

/** Expects an interval method that fits the statistic. */
export function expectMethod(
  kind: ScoreStatistic["kind"],
  method: unknown,
  path: readonly string[],
): asserts method is IntervalMethod {
  const allowed = intervalMethods[kind];
  if (allowed.some((name) => name === method)) return;
  throw refuse(intervalMismatch, path, allowed.join(" | "), method);
}
