import type { Expression } from "@cxmetrics/formula";
import { weightToNumber } from "@cxmetrics/formula";
import type { AggregateMethod } from "./aggregate-method.js";
import { guarded } from "./guarded.js";
import { lowerPowerMean } from "./lower-power-mean.js";
import type { Operands } from "./operands.js";

/** Weighted power mean of a stated exponent: how far low children can be made good by high ones, from not at all to fully. */
export const powerMean: AggregateMethod = {
  method: "power-mean",
  kind: "row",
  title: { en: "Weighted power mean", zh: "加权幂平均" },
  formula: String.raw`\Bigl(\sum_j w_j x_j^{\,p} / \sum_j w_j\Bigr)^{1/p}`,
  source:
    "Hardy, Littlewood & Pólya, Inequalities (1934), 2.2; UNDP, Human Development Report 1997, Technical note 1 (Human Poverty Index)",
  edgeCases: {
    en: "The exponent may be written minimum (−∞) or maximum (∞), which look at no weight but 0. With an exponent of 0 or less a child at 0 makes the mean 0; a negative child makes it not computable unless the exponent is 1 or a limit.",
    zh: "指数可写作 minimum（−∞）或 maximum（∞），此时除权重为 0 者外不考虑权重。指数不大于 0 时，任一子节点为 0 则均值为 0；除指数为 1 或取极限外，子节点为负时不可计算。",
  },
  example: {
    values: [1, 7],
    weights: [1, 1],
    parameters: { exponent: 2 },
    value: 5,
  },
  parameters: {
    exponent: {
      type: "either",
      of: [
        { type: "choice", of: ["minimum", "maximum"] },
        { type: "number", atLeast: -1000, atMost: 1000 },
      ],
    },
  },
  weights: "relative",
  renormalises: true,
  lower: ({ exponent = 1 }, operands) =>
    typeof exponent === "number" ? lowerPowerMean(operands, exponent) : extreme(exponent, operands),
  contribution: "none",
  partOf: () => null,
};

/** The least or greatest of the operands that carry weight. */
export function extreme(op: "minimum" | "maximum", operands: Operands): Expression {
  const { of, weights, missing } = operands;
  const weighed = of.filter((_, index) => weights === undefined || weightToNumber(weights[index] ?? 1) > 0);
  const value: Expression = { op, of: weighed, missing: missing === "renormalise" ? "skip" : "propagate" };
  return guarded(value, operands);
}
