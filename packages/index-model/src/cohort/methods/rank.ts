import {
  type CohortMethod,
  checkByRunning,
  onlyColumn,
  optionsOf,
  type ParametersOf,
} from "../cohort-method.js";
import { type RankOptions, rankValues } from "../rank-values.js";

/** Rank of a value among all. */
export const rank: CohortMethod<ParametersOf<"rank">> = {
  method: "rank",
  kind: "cohort",
  reads: "column",
  weighted: false,
  better: ({ order }) => (order === "ascending" ? "higher" : "lower"),
  title: { en: "Rank", zh: "名次" },
  formula: String.raw`r_i = 1 + \#\{k : x_k > x_i\}`,
  steps: [
    { en: "Round the values where digits are named.", zh: "如注明位数，先对数值四舍五入。" },
    { en: "Sort the units that have a value, the best first.", zh: "将有数值的对象从优到劣排序。" },
    {
      en: "Number them from 1; equal values get ranks by the tie rule.",
      zh: "从 1 起编号；数值相同者按并列规则定名次。",
    },
  ],
  source: "by definition; tie rules as in R's rank()",
  edgeCases: {
    en: "A missing value has no rank and takes no place. Ranks of rounded and of unrounded scores differ: the definition names which.",
    zh: "缺失值没有名次，也不占名次。按四舍五入前后的得分排名结果不同，定义中须注明。",
  },
  example: { parameters: { method: "rank" }, columns: [[71, 88, 71, 65]], values: [2, 1, 2, 4] },
  check: checkByRunning("rank", (options: RankOptions) => rankValues([], options)),
  compute: (parameters, table) => rankValues(onlyColumn(table), optionsOf(parameters)),
};
