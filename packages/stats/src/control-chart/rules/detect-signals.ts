import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { finiteNumber } from "../../expect/finite-number.js";
import { inRange, positive } from "../../expect/in-range.js";
import { methodNamed } from "../../expect/method-named.js";
import { namedMembers } from "../../expect/named-members.js";
import { numbersOrNulls } from "../../expect/numbers-or-nulls.js";
import { representable } from "../../expect/representable.js";
import { multipleRange } from "../chart-options.js";
import { limitsDiffer, rulesNotAList } from "../problems.js";
import type { Signal } from "../signal.js";
import { type ControlRule, type ControlRuleId, onTheLine, type RuleSeries } from "./control-rule.js";
import { controlRules } from "./registry.js";

/** Lines against which rules judge values. */
export interface RuleLimits {
  /** Centre line: one number, or one a value. */
  readonly centre: number | ArrayLike<number | null>;
  /** Standard deviation of a value, a third of the way to a three-sigma limit: one number, or one a value. */
  readonly standardDeviation: number | ArrayLike<number | null>;
  /** Distance of the limits of rule 1 from the centre in standard deviations; 3 where it is left out. */
  readonly sigma?: number;
}

const defaultRules: readonly ControlRuleId[] = ["nelson-1", "nelson-2", "nelson-5", "nelson-6"];

/** The rules that bear the names, each once; the default where none are named. */
export function namedRules(ids: unknown): readonly ControlRule[] {
  if (ids === undefined) return namedRules(defaultRules);
  if (!Array.isArray(ids)) {
    throw new CxMetricsError(rulesNotAList, { path: ["rules"], values: { found: describeValue(ids) } });
  }
  return [...new Set(Array.from(ids, (id, index) => methodNamed(controlRules, id, ["rules", index])))];
}

/**
 * Signals of control-chart rules in a series of values, oldest first.
 *
 * $$ z_i = \frac{x_i - \mu_i}{\sigma_i} $$
 *
 * Inequalities are strict: a point on a limit does not signal, and a point on the centre line ends a run. Differences below 1e-9
 * standard deviations are rounding noise and count as lying on the line. `null` stands for a period without a value: it is left out,
 * neither ending nor lengthening a run. Every window that breaks a rule is told, at its last point; a longer run signals again at
 * each further point. The rules, with sources and false-alarm rates, stand in `controlRules`.
 *
 * @param values in the unit of the limits, `null` where there is none
 * @param limits centre line and standard deviation
 * @param rules names of rules; Nelson 1, 2, 5 and 6 where they are left out
 * @returns signals in order of their last point, then of the rules
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range` (a
 * standard deviation or `sigma` not above 0), `control-chart.limits-differ`, `control-chart.rules-not-a-list`, `method.unknown`,
 * `result.not-representable`
 * @example
 * ```ts
 * const signals = detectSignals([10, 12, 14.5, 12, 14.2, 10], { centre: 10, standardDeviation: 2 });
 * signals[0]; // => { rule: "nelson-5", index: 4, indices: [2, 4], direction: "up" }
 * ```
 */
export function detectSignals(
  values: ArrayLike<number | null>,
  limits: RuleLimits,
  rules?: readonly ControlRuleId[],
): readonly Signal[] {
  const list = numbersOrNulls(values, "values");
  const { centre, standardDeviation, sigma = 3 } = namedMembers(limits, "limits");
  const multiple = inRange(sigma, "sigma", multipleRange, ["limits", "sigma"]);
  const chosen = namedRules(rules);
  const centreAt = line(centre, "centre", list.length);
  const spreadAt = line(standardDeviation, "standardDeviation", list.length);
  const at: number[] = [];
  const z: number[] = [];
  const steps: number[] = [];
  let before: number | null = null;
  for (let index = 0; index < list.length; index++) {
    const value = list[index] ?? null;
    if (value === null) continue;
    const middle = finiteNumber(centreAt(index), "centre", ["limits", "centre", index]);
    const spread = inRange(spreadAt(index), "standardDeviation", positive, [
      "limits",
      "standardDeviation",
      index,
    ]);
    const step: number = before === null ? 0 : value - before;
    at.push(index);
    z.push(representable((value - middle) / spread, "distance from the centre line"));
    steps.push(Math.abs(step) > onTheLine * spread ? Math.sign(step) : 0);
    before = value;
  }
  return signalsOf({ z, steps, multiple }, at, chosen);
}

function signalsOf(series: RuleSeries, at: readonly number[], rules: readonly ControlRule[]): Signal[] {
  const signals = rules.flatMap((rule) =>
    rule.windows(series).map(({ indices, direction }): Signal => {
      const original = indices.map((position) => at[position] ?? position);
      return { rule: rule.id, index: original.at(-1) ?? 0, indices: original, direction };
    }),
  );
  // The sort is stable: signals at the same point keep the order of the rules.
  return signals.sort((a, b) => a.index - b.index);
}

function line(
  given: number | ArrayLike<number | null>,
  name: string,
  count: number,
): (index: number) => unknown {
  if (typeof given !== "object" || given === null) return () => given;
  const list = numbersOrNulls(given, name);
  if (list.length !== count) {
    throw new CxMetricsError(limitsDiffer, {
      path: ["limits", name],
      values: { name, count, found: list.length },
    });
  }
  return (index) => list[index];
}
