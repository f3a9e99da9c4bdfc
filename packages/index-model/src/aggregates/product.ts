import type { AggregateMethod } from "./aggregate-method.js";

/** Product of the children, each to the power of its weight as written: factors that multiply. */
export const product: AggregateMethod = {
  method: "product",
  kind: "row",
  title: { en: "Product", zh: "连乘" },
  formula: String.raw`\prod_j x_j^{\,w_j}`,
  source: "by definition; weighted product model: Bridgman, Dimensional Analysis (1922)",
  edgeCases: {
    en: "The weights are exponents and are not scaled; a weight of 1 leaves the child as it is. A child that is not applicable is left out. A negative child under a fractional exponent has no power.",
    zh: "权重即指数，不做归一；权重为 1 时取原值。不适用的子节点不计入。负值不能取分数次幂。",
  },
  example: { values: [8, 9], weights: [1, 0.5], value: 24 },
  parameters: {},
  weights: "absolute",
  renormalises: false,
  lower: (_, { of, weightFormulas }) => ({
    op: "multiply",
    of: of.map((x, index) =>
      weightFormulas[index] === 1 ? x : { op: "power", of: [x, weightFormulas[index] ?? 1] },
    ),
    missing: "propagate",
  }),
  contribution: "log-share",
  partOf: (weight, value) => (weight === 0 ? 0 : value > 0 ? weight * Math.log(value) : null),
};
