import type { Interval, NotComputable } from "@cxmetrics/definition";
import { finiteNumber } from "./expect/finite-number.js";
import { inRange, notNegative } from "./expect/in-range.js";
import { confidenceLevel } from "./expect/level.js";
import { namedMembers } from "./expect/named-members.js";
import { representable } from "./expect/representable.js";
import { intervalOf } from "./interval-of.js";
import { noVariation } from "./reasons.js";
import { criticalZ } from "./special-functions/critical-z.js";
import { normalUpperTail } from "./special-functions/normal-upper-tail.js";

/** A number and its standard error, in the same unit. */
export interface ValueWithError {
  readonly value: number;
  /** At least 0. */
  readonly standardError: number;
}

/** Arguments of `differenceByStandardErrors`. */
export interface DifferenceByStandardErrorsInput {
  /** What is compared with: the earlier wave, the other group. */
  readonly a: ValueWithError;
  readonly b: ValueWithError;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** A difference b − a with its z test. */
export interface DifferenceTest {
  readonly status: "ok";
  /** b − a, with its sign. */
  readonly difference: number;
  readonly standardError: number;
  readonly z: number;
  /** Two-sided p-value of no difference. */
  readonly p: number;
  readonly interval: Interval;
}

/**
 * Difference b − a of two independent estimates from their standard errors, with a two-sided z test and interval.
 *
 * $$ z = \frac{b - a}{\sqrt{se_a^2 + se_b^2}} $$
 *
 * The standard errors are not pooled. For two Net Promoter Scores of different people this is the large-sample test of Rocks
 * (2016, The American Statistician 70); for the same people asked twice it is wrong, because it leaves out their covariance.
 *
 * @returns the test (interval method `unpooled-z`), or `not-computable` `no-variation` when both standard errors are 0
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `level.out-of-range`,
 * `result.not-representable`
 * @example
 * ```ts
 * const change = differenceByStandardErrors({ a: { value: 38, standardError: 2.4 }, b: { value: 31, standardError: 1.8 } });
 * change.status === "ok" && change.difference; // => -7
 * change.status === "ok" && change.z; // => -2.333333333333333
 * ```
 */
export function differenceByStandardErrors(
  input: DifferenceByStandardErrorsInput,
): DifferenceTest | NotComputable {
  const { a, b, level: wanted } = namedMembers(input, "input");
  const from = valueWithError(a, "a");
  const to = valueWithError(b, "b");
  const level = confidenceLevel(wanted);
  const standardError = Math.hypot(from.standardError, to.standardError);
  if (standardError === 0) return noVariation;
  const difference = representable(to.value - from.value, "difference");
  const z = representable(difference / standardError, "z");
  const margin = criticalZ(level) * standardError;
  return {
    status: "ok",
    difference,
    standardError: representable(standardError, "standardError"),
    z,
    p: 2 * normalUpperTail(Math.abs(z)),
    interval: intervalOf(difference - margin, difference + margin, level, "unpooled-z"),
  };
}

function valueWithError(estimate: ValueWithError, name: string): ValueWithError {
  const { value, standardError } = namedMembers(estimate, name, [name]);
  finiteNumber(value, "value", [name, "value"]);
  inRange(standardError, "standardError", notNegative, [name, "standardError"]);
  return { value, standardError };
}
