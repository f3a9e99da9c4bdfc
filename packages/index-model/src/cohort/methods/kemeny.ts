import { type CohortMethod, checkByRunning, optionsOf, type ParametersOf } from "../cohort-method.js";
import { type KemenyOptions, kemenyRanking } from "../kemeny/kemeny-ranking.js";

/** Mean rank over all Kemeny orders. */
export const kemeny: CohortMethod<ParametersOf<"kemeny">> = {
  method: "kemeny",
  kind: "cohort",
  reads: "columns",
  weighted: true,
  better: () => "lower",
  title: { en: "Kemeny ranking", zh: "凯梅尼排序" },
  formula: String.raw`r^{*} = \arg\max_{r} \sum_{i \text{ before } j \text{ in } r} e_{ij}`,
  steps: [
    { en: "Build the outranking matrix e.", zh: "构建优先关系矩阵 e。" },
    {
      en: "Find every order whose pairs carry the most weight together.",
      zh: "找出各对权重合计最大的全部排序。",
    },
    { en: "Give each unit its mean rank over these orders.", zh: "取每个对象在这些排序中的平均名次。" },
  ],
  source:
    "Kemeny, Daedalus 88 (1959) 577; Young and Levenglick, SIAM J. Appl. Math. 35 (1978) 285; OECD/JRC Handbook (2008), 6.13",
  edgeCases: {
    en: "Several orders may be best: all are counted. Groups of more than ten units that majorities do not separate are searched, and the result is marked as not exact.",
    zh: "可能有多个最优排序，均予计数。多数关系无法分开的对象组超过十个时采用搜索，结果标注为非精确。",
  },
  example: {
    parameters: { method: "kemeny" },
    columns: [
      [3, 2, 1],
      [1, 3, 2],
      [2, 3, 1],
      [2, 1, 3],
      [1, 2, 3],
    ],
    weights: [23, 17, 2, 10, 8],
    values: [3, 1, 2],
  },
  check: checkByRunning("kemeny", (options: KemenyOptions, table) => kemenyRanking(table, options)),
  compute: (parameters, table) => kemenyRanking(table, optionsOf(parameters)),
};
