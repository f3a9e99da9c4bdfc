import type { AggregateMethod } from "./aggregate-method.js";

/** Sum of the children, each times its weight as written: points that add up. */
export const sum: AggregateMethod = {
  method: "sum",
  kind: "row",
  title: { en: "Weighted sum", zh: "加权求和" },
  formula: String.raw`\sum_j w_j x_j`,
  source: "by definition",
  edgeCases: {
    en: "The weights are factors and are not scaled. A child that is not applicable adds nothing; nothing is scaled up for a missing one, so the policy must say what stands in its place.",
    zh: "权重即系数，不做归一。不适用的子节点不计入；缺失的子节点不会被按比例放大，因此缺失策略须指明以何值代替。",
  },
  example: { values: [12, 30], weights: [1, 2], value: 72 },
  parameters: {},
  weights: "absolute",
  renormalises: false,
  lower: (_, { of, weightFormulas }) => ({
    op: "add",
    of: of.map((x, index) =>
      weightFormulas[index] === 1 ? x : { op: "multiply", of: [weightFormulas[index] ?? 1, x] },
    ),
    missing: "propagate",
  }),
  contribution: "share",
  partOf: (weight, value) => weight * value,
};
