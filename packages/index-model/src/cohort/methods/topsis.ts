import { type CohortMethod, checkByRunning, optionsOf, type ParametersOf } from "../cohort-method.js";
import { fitTopsisIdeals } from "../topsis/fit-topsis-ideals.js";
import { lowerTopsis } from "../topsis/lower-topsis.js";
import { topsis as scoreTopsis, type TopsisOptions } from "../topsis/topsis.js";
import type { TopsisIdeals } from "../topsis/topsis-ideals.js";
import { topsisRow } from "../topsis/topsis-row.js";

/** Closeness to the best values, seen from the worst. */
export const topsis: CohortMethod<ParametersOf<"topsis">, TopsisIdeals> = {
  method: "topsis",
  kind: "fit",
  reads: "columns",
  weighted: true,
  better: () => "higher",
  title: { en: "TOPSIS", zh: "逼近理想解排序法（TOPSIS）" },
  formula: String.raw`C_i = \frac{D_i^{-}}{D_i^{+} + D_i^{-}},\quad D_i^{\pm} = \sqrt{\sum_j \bigl(w_j (v_{ij} - v_j^{\pm})\bigr)^2}`,
  steps: [
    { en: "Normalise every column by the fitted divisor.", zh: "用拟合的除数对各列归一化。" },
    {
      en: "Measure the weighted distance to the best and to the worst fitted values.",
      zh: "计算到拟合的最优值与最劣值的加权距离。",
    },
    { en: "Divide the distance to the worst by the sum of both.", zh: "以到最劣值的距离除以两距离之和。" },
  ],
  source: "Hwang and Yoon, Multiple Attribute Decision Making, Springer, 1981",
  edgeCases: {
    en: "Values beyond a fitted ideal count as the ideal unless named otherwise. A column without range cannot be min–max normalised. Units that are all alike have no distance.",
    zh: "超出拟合理想值的数值按理想值计，另有注明者除外。没有极差的列无法做极差归一化。所有对象相同时没有距离。",
  },
  example: {
    parameters: { method: "topsis", normalisation: "min-max" },
    columns: [
      [2, 10, 6],
      [9, 1, 5],
    ],
    weights: [3, 1],
    values: [0.25, 0.75, 0.5],
  },
  check: checkByRunning("topsis", (options: TopsisOptions, table) => scoreTopsis(table, options)),
  compute: (parameters, table) => scoreTopsis(table, optionsOf(parameters)),
  fit: (parameters, table) => {
    const { method: _, beyond: __, ...options } = parameters;
    return fitTopsisIdeals(table, options);
  },
  row: ({ beyond = "cap" }, fitted, row, weights) =>
    topsisRow(fitted, row, weights === undefined ? { beyond } : { beyond, weights }),
  lower: ({ beyond = "cap" }, fitted, inputs, weights) => lowerTopsis(fitted, inputs, weights, beyond),
};
