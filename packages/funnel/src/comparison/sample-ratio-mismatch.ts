import {
  CxMetricsError,
  describeValue,
  expectList,
  expectNumber,
  type NotComputable,
} from "@cxmetrics/definition";
import { chiSquaredDistribution } from "@cxmetrics/stats";
import { badArms } from "./problems.js";

/** Whether arms of an experiment got the actors that they should. */
export interface SampleRatioCheck {
  readonly status: "ok";
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** p below 0.001: assignment or logging is broken, and no result of the experiment should be read. */
  readonly alarm: boolean;
  readonly expected: readonly number[];
}

/** Below this p-value the check raises its alarm. */
const alarmBelow = 0.001;

/**
 * Sample-ratio mismatch: χ² test that actors were split between arms as planned.
 *
 * $$ \chi^2 = \sum_i \frac{(O_i - E_i)^2}{E_i}, \qquad df = arms - 1 $$
 *
 * The alarm is raised at p < 0.001, strict because the check is made in every experiment. Source: Fabijan et al., Diagnosing Sample Ratio
 * Mismatch in Online Controlled Experiments, KDD 2019.
 *
 * @param counts actors of each arm, at least two arms
 * @param shares planned shares in any unit, each above 0; equal where they are left out
 * @returns the check, or `not-computable` `no-observations`
 * @throws `CxMetricsError` `funnel.bad-arms`, `document.wrong-type`
 * @example
 * ```ts
 * const check = sampleRatioMismatch([44_000, 45_000]);
 * check.status === "ok" && check.chiSquared; // => 11.235955056179776
 * check.status === "ok" && check.alarm; // => true
 * ```
 */
export function sampleRatioMismatch(
  counts: readonly number[],
  shares?: readonly number[],
): SampleRatioCheck | NotComputable {
  const observed = expectList(counts, ["counts"], (count, path) =>
    expectNumber(count, path, { least: 0, most: 1e12, integer: true }),
  );
  const planned =
    shares === undefined
      ? observed.map(() => 1)
      : expectList(shares, ["shares"], (share, path) =>
          expectNumber(share, path, { least: 1e-9, most: 1e12 }),
        );
  if (observed.length < 2 || planned.length !== observed.length)
    throw new CxMetricsError(badArms, { path: ["counts"], values: { found: describeValue(counts) } });
  const total = observed.reduce((sum, count) => sum + count, 0);
  if (total === 0) return nobody;
  const whole = planned.reduce((sum, share) => sum + share, 0);
  const expected = planned.map((share) => (share / whole) * total);
  const chiSquared = observed.reduce((sum, count, index) => {
    const wanted = expected[index] as number;
    return sum + ((count - wanted) * (count - wanted)) / wanted;
  }, 0);
  const degreesOfFreedom = observed.length - 1;
  const p = chiSquaredDistribution.survival(chiSquared, degreesOfFreedom);
  return { status: "ok", chiSquared, degreesOfFreedom, p, alarm: p < alarmBelow, expected };
}

const nobody: NotComputable = {
  status: "not-computable",
  reason: "no-observations",
  message: { en: "No arm has an actor. Collect data first.", zh: "各组均没有主体。请先收集数据。" },
};
