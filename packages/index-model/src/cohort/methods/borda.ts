import { type BordaOptions, bordaScores } from "../borda-scores.js";
import { type CohortMethod, checkByRunning, optionsOf, type ParametersOf } from "../cohort-method.js";

/** Weighted Borda scores. */
export const borda: CohortMethod<ParametersOf<"borda">> = {
  method: "borda",
  kind: "cohort",
  reads: "columns",
  weighted: true,
  better: () => "higher",
  title: { en: "Borda scores", zh: "波达计分法" },
  formula: String.raw`B_i = \sum_j w_j\,(r_{ij}-1)`,
  steps: [
    {
      en: "In every column give each unit a point for each unit that it beats, half a point for a tie.",
      zh: "在每一列中，每胜过一个对象得 1 分，持平得 0.5 分。",
    },
    { en: "Average the points with the weights.", zh: "按权重对各列得分求平均。" },
  ],
  source: "de Borda, 1784; OECD/JRC Handbook (2008), 6.12, tables 25 and 26",
  edgeCases: {
    en: "A unit that lacks a weighted value takes no part. Adding or dropping a unit can turn the order of the others.",
    zh: "缺少带权重数值的对象不参与。增减一个对象可能改变其余对象的次序。",
  },
  example: {
    parameters: { method: "borda", scale: "sum" },
    columns: [
      [4, 1, 3],
      [2, 3, 3],
    ],
    weights: [3, 1],
    values: [6, 1.5, 4.5],
  },
  check: checkByRunning("borda", (options: BordaOptions, table) => bordaScores(table, options)),
  compute: (parameters, table) => bordaScores(table, optionsOf(parameters)),
};
