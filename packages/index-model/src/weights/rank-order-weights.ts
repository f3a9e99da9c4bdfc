import { CxMetricsError, expectNumber, expectOneOf } from "@cxmetrics/definition";
import { expectMembers } from "./expect-members.js";
import { expectOptions } from "./expect-options.js";
import { tooMany } from "./problems.js";
import { sharesOf } from "./shares-of.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Named rule by which a rank becomes a weight. */
export type RankOrderRule = "rank-order-centroid" | "rank-sum" | "rank-reciprocal";

/** Options of `rankOrderWeights`. */
export interface RankOrderOptions {
  /** `rank-order-centroid` by default. */
  readonly rule?: RankOrderRule;
}

/** Rank-order weights with their rule. */
export interface RankOrderWeights extends ComputedWeights {
  readonly method: "rank-order";
  readonly rule: RankOrderRule;
}

const rules: Readonly<Record<RankOrderRule, (n: number) => number[]>> = {
  "rank-order-centroid": (n) => {
    const weights = new Array<number>(n);
    let sum = 0;
    // From the last rank on, so that small parts are added first.
    for (let rank = n; rank >= 1; rank -= 1) {
      sum += 1 / rank;
      weights[rank - 1] = sum / n;
    }
    return weights;
  },
  "rank-sum": (n) => Array.from({ length: n }, (_, index) => n - index),
  "rank-reciprocal": (n) => Array.from({ length: n }, (_, index) => 1 / (index + 1)),
};

/**
 * Weights from an order of importance alone.
 *
 * $$ w_{(r)} = \frac{1}{n}\sum_{k=r}^{n} \frac{1}{k} \ \text{(centroid)}, \quad \frac{2(n+1-r)}{n(n+1)} \ \text{(rank sum)}, \quad \frac{1/r}{\sum_k 1/k} \ \text{(reciprocal)} $$
 *
 * The centroid is the mean of all weight vectors that keep the order. Only the order of the ranks counts: 1 is the most important, gaps have no
 * effect, and indicators that share a rank share the mean of the weights of their places.
 *
 * Source: Stillwell, Seaver and Edwards, Organizational Behavior and Human Performance 28 (1981) 62–77 (rank sum, reciprocal); Barron, Acta
 * Psychologica 80 (1992) 91–103 (centroid).
 *
 * @param ranks one for each indicator, the smallest is the most important
 * @param options `rule`
 * @returns weights that sum to 1
 * @throws `CxMetricsError` `weights.not-a-list`, `weights.too-many`, `document.wrong-type` for a rank that is no number
 * @example
 * ```ts
 * rankOrderWeights([2, 1]).weights; // => [0.25, 0.75]
 * rankOrderWeights([1, 2, 3], { rule: "rank-sum" }).weights[2]; // => 0.16666666666666666
 * rankOrderWeights([1, 2, 2], { rule: "rank-sum" }).weights; // => [0.5, 0.25, 0.25]
 * ```
 */
export function rankOrderWeights(ranks: readonly number[], options?: RankOrderOptions): RankOrderWeights {
  const given = expectOptions(options, ["rule"]);
  const names = Object.keys(rules) as RankOrderRule[];
  const rule = expectOneOf(given["rule"] ?? "rank-order-centroid", ["options", "rule"], names);
  const read = expectMembers(ranks, ["ranks"], (rank, path) => expectNumber(rank, path));
  const most = 1000;
  if (read.length > most)
    throw new CxMetricsError(tooMany, { path: ["ranks"], values: { found: read.length, most } });
  const byPlace = rules[rule](read.length);
  const order = read.map((rank, index) => ({ rank, index })).sort((a, b) => a.rank - b.rank);
  const weights = new Array<number>(read.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && order[end]?.rank === order[start]?.rank) end += 1;
    const mean = byPlace.slice(start, end).reduce((a, b) => a + b, 0) / (end - start);
    for (const { index } of order.slice(start, end)) weights[index] = mean;
    start = end;
  }
  return { status: "ok", method: "rank-order", rule, weights: sharesOf(weights) ?? weights, warnings: [] };
}

/** Registry entry of `rankOrderWeights`. */
export const rankOrderMethod: WeightMethod = {
  method: "rank-order",
  kind: "given",
  title: { en: "Rank-order weights", zh: "排序赋权法" },
  formula: String.raw`w_{(r)} = \frac{1}{n}\sum_{k=r}^{n}\frac{1}{k}`,
  source:
    "Barron, Acta Psychologica 80 (1992) 91–103; Stillwell, Seaver and Edwards, Organizational Behavior and Human Performance 28 (1981) 62–77",
  edgeCases: {
    en: "Three named rules. Indicators that share a rank share the mean of the weights of their places.",
    zh: "三种规则，须注明所用的一种；名次相同的指标取其所占各位次权重的平均。",
  },
  example: { arguments: [[2, 1]], weights: [0.25, 0.75] },
  weigh: rankOrderWeights,
};
