import {
  type CohortMethod,
  checkByRunning,
  onlyColumn,
  optionsOf,
  type ParametersOf,
} from "../cohort-method.js";
import { type PercentileOptions, percentileRanks } from "../percentile-ranks.js";

/** Percentile rank of a value among all. */
export const percentileRank: CohortMethod<ParametersOf<"percentile-rank">> = {
  method: "percentile-rank",
  kind: "cohort",
  reads: "column",
  weighted: false,
  better: () => "higher",
  title: { en: "Percentile rank", zh: "百分位秩" },
  formula: String.raw`\frac{r_i-1}{n-1}\ \text{or}\ \frac{r_i}{n}\ \text{or}\ \frac{r_i-\frac12}{n}`,
  steps: [
    { en: "Rank the units from the smallest value, r = 1.", zh: "从最小值起排名，r = 1。" },
    { en: "Turn ranks into shares by the rule that is named.", zh: "按注明的规则将名次换算为占比。" },
  ],
  source: "OECD/JRC Handbook (2008), table 15 (r/n); COINr (r−1)/(n−1); Hazen, Trans. ASCE 77 (1914) 1539",
  edgeCases: {
    en: "The three rules give different numbers, so the rule has no default. One unit alone has no (r−1)/(n−1).",
    zh: "三种规则结果不同，因此不设默认值。只有一个对象时 (r−1)/(n−1) 无定义。",
  },
  example: {
    parameters: { method: "percentile-rank", rule: "hazen" },
    columns: [[3, 9, 5, 7]],
    values: [0.125, 0.875, 0.375, 0.625],
  },
  check: checkByRunning("percentile-rank", (options: PercentileOptions) => percentileRanks([], options)),
  compute: (parameters, table) => percentileRanks(onlyColumn(table), optionsOf(parameters)),
};
