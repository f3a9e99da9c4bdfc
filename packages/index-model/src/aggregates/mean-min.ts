import type { Expression } from "@cxmetrics/formula";
import type { AggregateMethod } from "./aggregate-method.js";
import { lowerPowerMean } from "./lower-power-mean.js";
import { extreme } from "./power-mean.js";

/** Mean with a penalty for the distance of the lowest child from it: between the mean and the minimum, as named. */
export const meanMin: AggregateMethod = {
  method: "mean-min",
  kind: "row",
  title: { en: "Mean–min function", zh: "均值—最小值函数" },
  formula: String.raw`M - \alpha\left(\sqrt{(M-\min_j x_j)^2 + \beta^2} - \beta\right)`,
  source: "Tarabusi & Guarini, Social Indicators Research 112 (2013) 19–45",
  edgeCases: {
    en: "α = 0 is the mean; α = 1 with β = 0 is the minimum. The larger β, the milder the penalty of small imbalances.",
    zh: "α = 0 即均值；α = 1 且 β = 0 即最小值。β 越大，对轻微失衡的惩罚越轻。",
  },
  example: {
    values: [60, 100],
    weights: [1, 1],
    parameters: { alpha: 0.5, beta: 15 },
    value: 75,
  },
  parameters: {
    alpha: { type: "number", atLeast: 0, atMost: 1 },
    beta: { type: "number", atLeast: 0 },
  },
  weights: "relative",
  renormalises: true,
  lower: ({ alpha = 0, beta = 0 }, operands): Expression => {
    const mean = lowerPowerMean(operands, 1);
    const gap: Expression = { op: "subtract", of: [mean, extreme("minimum", operands)] };
    const smooth: Expression = {
      op: "power",
      of: [{ op: "add", of: [{ op: "power", of: [gap, 2] }, beta ** 2] }, 0.5],
    };
    return {
      op: "subtract",
      of: [mean, { op: "multiply", of: [alpha, { op: "subtract", of: [smooth, beta] }] }],
    };
  },
  contribution: "none",
  partOf: () => null,
};
