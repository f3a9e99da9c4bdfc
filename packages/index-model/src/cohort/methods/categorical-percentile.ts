import { type CategoricalOptions, categoricalByPercentile } from "../categorical-by-percentile.js";
import {
  type CohortMethod,
  checkByRunning,
  onlyColumn,
  optionsOf,
  type ParametersOf,
} from "../cohort-method.js";

/** Points by the percentile band in which a unit falls. */
export const categoricalPercentile: CohortMethod<ParametersOf<"categorical-percentile">> = {
  method: "categorical-percentile",
  kind: "cohort",
  reads: "column",
  weighted: false,
  better: () => "higher",
  title: { en: "Categorical scale by percentile", zh: "百分位分档赋分" },
  formula: String.raw`c_i = v_g,\quad g = \max\{g : p_i \ge f_g\}`,
  steps: [
    { en: "Turn ranks into percentile ranks by the rule that is named.", zh: "按注明的规则计算百分位秩。" },
    { en: "Give the points of the last cut that the unit reaches.", zh: "取该对象达到的最高一档的分值。" },
  ],
  source: "OECD/JRC Handbook (2008), table 15",
  edgeCases: {
    en: "A unit exactly on a cut belongs to the upper band. Small changes at a cut move a whole step.",
    zh: "恰在分界点上的对象归入较高一档。分界处的微小变化会跨越一整档。",
  },
  example: {
    parameters: {
      method: "categorical-percentile",
      rule: "cumulative",
      below: 30,
      cuts: [
        { from: 0.5, value: 60 },
        { from: 0.9, value: 90 },
      ],
    },
    columns: [[12, 40, 33, 25]],
    values: [30, 90, 60, 60],
  },
  check: checkByRunning("categorical-percentile", (options: CategoricalOptions) =>
    categoricalByPercentile([], options),
  ),
  compute: (parameters, table) => categoricalByPercentile(onlyColumn(table), optionsOf(parameters)),
};
