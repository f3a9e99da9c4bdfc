import type { AggregateMethod } from "./aggregate-method.js";
import { lowerPowerMean } from "./lower-power-mean.js";

/** Weighted harmonic mean: the mean of rates over equal amounts; low children weigh most. */
export const harmonicMean: AggregateMethod = {
  method: "harmonic-mean",
  kind: "row",
  title: { en: "Weighted harmonic mean", zh: "加权调和平均" },
  formula: String.raw`\Bigl(\sum_j w_j x_j^{-1} / \sum_j w_j\Bigr)^{-1}`,
  source: "UNDP, Human Development Report 2010, Technical note 3 (Gender Inequality Index)",
  edgeCases: {
    en: "A child at 0 makes the mean 0 (the limit); a negative child makes it not computable.",
    zh: "任一子节点为 0 时均值为 0（取极限）；子节点为负时不可计算。",
  },
  example: { values: [60, 20], weights: [1, 1], value: 30 },
  parameters: {},
  weights: "relative",
  renormalises: true,
  lower: (_, operands) => lowerPowerMean(operands, -1),
  contribution: "none",
  partOf: () => null,
};
