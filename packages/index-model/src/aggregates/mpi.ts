import type { Expression } from "@cxmetrics/formula";
import type { AggregateMethod } from "./aggregate-method.js";
import { lowerPowerMean } from "./lower-power-mean.js";

/** Mean with a penalty for imbalance: the standard deviation across the children times their coefficient of variation. */
export const mpi: AggregateMethod = {
  method: "mpi",
  kind: "row",
  title: { en: "Mazziotta–Pareto index", zh: "马齐奥塔—帕累托指数（MPI）" },
  formula: String.raw`M \mp S \cdot \frac{S}{M}`,
  source:
    "Mazziotta & Pareto, Social Indicators Research 127 (2016) 983–1003; De Muro, Mazziotta & Pareto, Social Indicators Research 104 (2011) 1–18",
  edgeCases: {
    en: "S is the deviation across the children of one unit; whether it divides by their number or one less is named. The negative penalty suits indices where more is better. A mean of 0 has no penalty and no value; children that are all equal are not penalised. The adjusted index (AMPI) is the same over AMPI-normalised children.",
    zh: "S 为同一对象各子节点之间的标准差，除以个数还是个数减一须指明。越大越好的指数用负向惩罚。均值为 0 时无值；各子节点相等时不惩罚。调整指数（AMPI）为对按 AMPI 归一的子节点做同样计算。",
  },
  example: {
    values: [90, 110],
    weights: [1, 1],
    parameters: { penalty: "negative", deviation: "population" },
    value: 99,
  },
  parameters: {
    penalty: { type: "choice", of: ["negative", "positive"] },
    deviation: { type: "choice", of: ["population", "sample"] },
  },
  weights: "relative",
  renormalises: true,
  lower: ({ penalty, deviation = "population" }, operands): Expression => {
    const { of, weights, missing } = operands;
    const mean = lowerPowerMean(operands, 1);
    const spread: Expression = {
      op: "spread",
      type: deviation,
      of,
      ...(weights ? { weights } : {}),
      missing,
    };
    const imbalance: Expression = { op: "divide", of: [{ op: "power", of: [spread, 2] }, mean] };
    return { op: penalty === "positive" ? "add" : "subtract", of: [mean, imbalance] };
  },
  contribution: "none",
  partOf: () => null,
};
