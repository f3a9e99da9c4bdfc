import { CxMetricsError, describeValue, expectOneOf, expectText } from "@cxmetrics/definition";
import { expectMembers } from "./expect-members.js";
import { expectOptions } from "./expect-options.js";
import { badList, tooMany } from "./problems.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Options of `equalWeights`. */
export interface EqualWeightOptions {
  /** `indicator` (default): every indicator alike. `group`: every group alike, and every indicator alike within its group. */
  readonly per?: "indicator" | "group";
}

/** Equal weights, also as exact fractions. */
export interface EqualWeights extends ComputedWeights {
  readonly method: "equal";
  /** Each weight as an exact fraction such as `"1/6"`, for an index definition. */
  readonly exact: readonly string[];
}

/**
 * Equal weights: per indicator, or per group. The two differ as soon as groups have different sizes: with `per: "group"` an indicator of a large
 * group counts for less.
 *
 * $$ w_j = \frac{1}{n} \quad \text{or} \quad w_j = \frac{1}{G\, n_{g(j)}} $$
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), 6.
 *
 * @param indicators their number, or the group of each of them as a list of texts
 * @param options `per`
 * @returns weights that sum to 1
 * @throws `CxMetricsError` `weights.not-a-list` (also for a number that is not whole or below 1, and for `per: "group"` without groups), `weights.too-many`
 * @example
 * ```ts
 * equalWeights(4).weights; // => [0.25, 0.25, 0.25, 0.25]
 * equalWeights(["speed", "speed", "trust"], { per: "group" }).exact; // => ["1/4", "1/4", "1/2"]
 * ```
 */
export function equalWeights(
  indicators: number | readonly string[],
  options?: EqualWeightOptions,
): EqualWeights {
  const given = expectOptions(options, ["per"]);
  const per = expectOneOf(given["per"] ?? "indicator", ["options", "per"], ["indicator", "group"]);
  const denominators = denominatorsOf(indicators, per);
  return {
    status: "ok",
    method: "equal",
    weights: denominators.map((denominator) => 1 / denominator),
    exact: denominators.map((denominator) => `1/${denominator}`),
    warnings: [],
  };
}

function denominatorsOf(indicators: unknown, per: "indicator" | "group"): number[] {
  const most = 1000;
  const path = ["indicators"];
  const refuseMany = (found: number) => {
    if (found > most) throw new CxMetricsError(tooMany, { path, values: { found, most } });
  };
  if (per === "indicator" && typeof indicators === "number") {
    if (!Number.isInteger(indicators) || indicators < 1)
      throw new CxMetricsError(badList, { path, values: { least: 1, found: describeValue(indicators) } });
    refuseMany(indicators);
    return new Array<number>(indicators).fill(indicators);
  }
  const groups = expectMembers(indicators, path, expectText);
  refuseMany(groups.length);
  if (per === "indicator") return groups.map(() => groups.length);
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return groups.map((group) => sizes.size * (sizes.get(group) ?? 1));
}

/** Registry entry of `equalWeights`. */
export const equalMethod: WeightMethod = {
  method: "equal",
  kind: "given",
  title: { en: "Equal weights", zh: "等权重" },
  formula: String.raw`w_j = \frac{1}{n}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 6",
  edgeCases: {
    en: "Per indicator and per group differ as soon as groups have different sizes.",
    zh: "各组大小不同时，按指标等权与按组等权的结果不同。",
  },
  example: { arguments: [["speed", "speed", "trust"], { per: "group" }], weights: [0.25, 0.25, 0.5] },
  weigh: equalWeights,
};
