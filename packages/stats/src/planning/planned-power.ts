import { CxMetricsError } from "@cxmetrics/definition";
import { finiteNumber } from "../expect/finite-number.js";
import { inRange, notNegative } from "../expect/in-range.js";
import { confidenceLevel } from "../expect/level.js";
import { numbers } from "../expect/numbers.js";
import { criticalZ } from "../special-functions/critical-z.js";
import { normalQuantile } from "../special-functions/normal-quantile.js";
import { notTwoVariances } from "./problems.js";

/** Level and power of a planned comparison. */
export interface PlannedPower {
  /** Confidence level of the two-sided test, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** Chance to find the difference, below 1; 0.8 where it is left out. */
  readonly power?: number;
}

/** Standard errors that a difference must measure: the critical values of the test and of the power. */
export function standardErrorsNeeded({ level: wanted, power = 0.8 }: PlannedPower): number {
  const level = confidenceLevel(wanted);
  const least = (1 - level) / 2;
  inRange(finiteNumber(power, "power"), "power", {
    holds: (value) => value > least && value < 1,
    en: `below 1 and above ${least}, the chance to find a difference that is not there`,
    zh: `小于 1 且大于 ${least}（差异不存在时误判为存在的概率）`,
  });
  return criticalZ(level) + normalQuantile(power);
}

/** Checked variances of one answer in either group. */
export function twoVariances(variances: unknown): readonly [number, number] {
  const list = numbers(variances, "variances");
  const [first, second] = [list[0], list[1]];
  if (list.length !== 2 || first === undefined || second === undefined) {
    throw new CxMetricsError(notTwoVariances, { path: ["variances"], values: { found: list.length } });
  }
  inRange(first, "variances[0]", notNegative, ["variances", 0]);
  inRange(second, "variances[1]", notNegative, ["variances", 1]);
  return [first, second];
}
