import { type CohortMethod, checkByRunning, optionsOf, type ParametersOf } from "../cohort-method.js";
import { fitGreyReference } from "../grey/fit-grey-reference.js";
import type { GreyReference } from "../grey/grey-reference.js";
import { type GreyOptions, greyRelational as scoreGrey } from "../grey/grey-relational.js";
import { greyRelationalRow } from "../grey/grey-relational-row.js";
import { lowerGreyRelational } from "../grey/lower-grey-relational.js";

/** Closeness of a unit's series to the reference series. */
export const greyRelational: CohortMethod<ParametersOf<"grey-relational">, GreyReference> = {
  method: "grey-relational",
  kind: "fit",
  reads: "columns",
  weighted: true,
  better: () => "higher",
  title: { en: "Grey relational grade", zh: "灰色关联度" },
  formula: String.raw`\Gamma_i = \sum_j w_j \frac{\Delta_{\min} + \rho\,\Delta_{\max}}{\Delta_{ij} + \rho\,\Delta_{\max}}`,
  steps: [
    {
      en: "Normalise every column and take its best value as the reference, unless one is given.",
      zh: "对各列归一化，取最优值为参考序列（另行给定者除外）。",
    },
    {
      en: "Find the smallest and the largest deviation over all units and columns.",
      zh: "求全部对象与各列中的最小偏差和最大偏差。",
    },
    {
      en: "Turn each deviation into a coefficient with the distinguishing coefficient ρ.",
      zh: "用分辨系数 ρ 将各偏差换算为关联系数。",
    },
    { en: "Average the coefficients with the weights.", zh: "按权重对关联系数求平均。" },
  ],
  source:
    "Deng, Journal of Grey System 1 (1989) 1; Kuo, Yang and Huang, Computers & Industrial Engineering 55 (2008) 80",
  edgeCases: {
    en: "ρ is 0.5 unless named; it can change the order. A column without range cannot be min–max normalised. A unit nearer than any seen before has the coefficient 1.",
    zh: "ρ 未注明时取 0.5，它可能改变排序。没有极差的列无法做极差归一化。比已见对象更接近参考序列者系数为 1。",
  },
  example: {
    parameters: { method: "grey-relational" },
    columns: [
      [2, 6, 4],
      [30, 10, 25],
    ],
    weights: [3, 1],
    values: [0.5, 5 / 6, 13 / 24],
  },
  check: checkByRunning("grey-relational", (options: GreyOptions, table) => scoreGrey(table, options)),
  compute: (parameters, table) => scoreGrey(table, optionsOf(parameters)),
  fit: (parameters, table) => {
    const { method: _, rho: __, ...options } = parameters;
    return fitGreyReference(table, options);
  },
  row: ({ rho = 0.5 }, fitted, row, weights) =>
    greyRelationalRow(fitted, row, weights === undefined ? { rho } : { rho, weights }),
  lower: ({ rho = 0.5 }, fitted, inputs, weights) => lowerGreyRelational(fitted, inputs, weights, rho),
};
