import { type BordaColumnOptions, bordaOfColumn } from "../borda-of-column.js";
import {
  type CohortMethod,
  checkByRunning,
  onlyColumn,
  optionsOf,
  type ParametersOf,
} from "../cohort-method.js";

/** Borda points of one column. */
export const bordaPoints: CohortMethod<ParametersOf<"borda-points">> = {
  method: "borda-points",
  kind: "cohort",
  reads: "column",
  weighted: false,
  better: () => "higher",
  title: { en: "Borda points", zh: "波达分" },
  formula: "b_i = r_i - 1",
  steps: [
    { en: "Rank the units from the smallest value, r = 1.", zh: "从最小值起排名，r = 1。" },
    {
      en: "Give each its rank less 1: the number of units that it beats.",
      zh: "得分为名次减 1，即其胜过的对象数。",
    },
  ],
  source: "de Borda, Mémoire sur les élections au scrutin, 1784",
  edgeCases: {
    en: "Points depend on how many units take part. Fewer than two values are not computable.",
    zh: "得分取决于参评对象数量。数值少于两个时不可计算。",
  },
  example: { parameters: { method: "borda-points" }, columns: [[62, 80, 62, 91]], values: [0.5, 2, 0.5, 3] },
  check: checkByRunning("borda-points", (options: BordaColumnOptions) => bordaOfColumn([], options)),
  compute: (parameters, table) => bordaOfColumn(onlyColumn(table), optionsOf(parameters)),
};
