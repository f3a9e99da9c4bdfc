import type { TieRule } from "../cohort/rank-numbers.js";
import { rankValues } from "../cohort/rank-values.js";
import { rowsByPeriod } from "../leaf/compute-by-period.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { placeByGroup } from "./place-by-group.js";

/** Place of a unit among all units of the table. */
export interface RankNormaliser {
  readonly method: "rank";
  readonly direction: "more" | "less";
  /** Which unit has rank 1. With `worst` a better unit has the greater value, as an aggregate over it expects. */
  readonly one: "best" | "worst";
  readonly ties: TieRule;
  /** Units that are ranked together: the whole table, or each period by itself. */
  readonly over: "pooled" | "each-period";
}

/** Ranks from 1: only the order of the values counts, whatever their distances. */
export const rank: NormaliserMethod<RankNormaliser> = {
  method: "rank",
  kind: "cohort",
  title: { en: "Rank", zh: "排名法" },
  formula: String.raw`r_i \in \{1,\dots,n\}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 5.1",
  edgeCases: {
    en: "Ranks depend on all units and say nothing about distances; another unit moves them. Equal values share a rank by the rule that is named; missing values have none and take no place.",
    zh: "名次取决于全部对象，不反映差距大小；增加一个对象就会变动。相同数值按注明的规则处理；缺失者无名次，也不占位。",
  },
  example: {
    parameters: { method: "rank", direction: "less", one: "worst", ties: "average", over: "pooled" },
    reference: [8, 3, 3, 5],
    raw: 3,
    value: 3.5,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    one: { type: "choice", of: ["best", "worst"] },
    ties: { type: "choice", of: ["minimum", "average", "maximum", "dense", "ordinal"] },
    over: { type: "choice", of: ["pooled", "each-period"] },
  },
  compute: ({ direction, one, ties, over }, column, _scale, { table, length }) => {
    const groups = rowsByPeriod(over === "each-period" ? table.periods : undefined, length);
    const order = (direction === "more") === (one === "best") ? "descending" : "ascending";
    return placeByGroup(column, groups, (values) => rankValues(values, { order, ties }));
  },
  direction: ({ direction }) => direction,
};
