import type { AggregateMethod } from "./aggregate-method.js";
import { lowerPowerMean } from "./lower-power-mean.js";

/**
 * Weighted arithmetic mean: a loss in one child is made good by an equal gain, weight for weight, in another.
 *
 * $$ \frac{\sum_j w_j x_j}{\sum_j w_j} $$
 */
export const arithmeticMean: AggregateMethod = {
  method: "arithmetic-mean",
  kind: "row",
  title: { en: "Weighted arithmetic mean", zh: "加权算术平均" },
  formula: String.raw`\frac{\sum_j w_j x_j}{\sum_j w_j}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 6.7",
  edgeCases: {
    en: "A child that is missing follows the node's policy; one that is not applicable or weighs 0 is left out.",
    zh: "缺失的子节点按该节点的缺失策略处理；不适用或权重为 0 的子节点不计入。",
  },
  example: { values: [80, 50], weights: [3, 2], value: 68 },
  parameters: {},
  weights: "relative",
  renormalises: true,
  lower: (_, operands) => lowerPowerMean(operands, 1),
  contribution: "share",
  partOf: (weight, value) => weight * value,
};
