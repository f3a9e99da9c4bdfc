import type { AggregateMethod } from "./aggregate-method.js";
import { lowerPowerMean } from "./lower-power-mean.js";

/**
 * Weighted geometric mean: a low child cannot be made good fully by a high one.
 *
 * $$ \prod_j x_j^{\,w_j/\sum w} $$
 */
export const geometricMean: AggregateMethod = {
  method: "geometric-mean",
  kind: "row",
  title: { en: "Weighted geometric mean", zh: "加权几何平均" },
  formula: String.raw`\prod_j x_j^{\,w_j/\sum w}`,
  source: "UNDP, Human Development Report 2010, Technical note 1",
  edgeCases: {
    en: "A child at 0 makes the mean 0 (the limit); a negative child makes it not computable. Nothing is shifted.",
    zh: "任一子节点为 0 时均值为 0（取极限）；子节点为负时不可计算。不做平移。",
  },
  example: { values: [80, 50, 20], weights: [1, 2, 1], value: 44.721359549995796 },
  parameters: {},
  weights: "relative",
  renormalises: true,
  lower: (_, operands) => lowerPowerMean(operands, 0),
  contribution: "log-share",
  partOf: (weight, value) => (weight === 0 ? 0 : value > 0 ? weight * Math.log(value) : null),
};
