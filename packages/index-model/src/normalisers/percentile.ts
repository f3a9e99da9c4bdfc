import { evaluateColumns } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { rowsByPeriod } from "../leaf/compute-by-period.js";
import type { Range } from "../read/range.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { ontoRange } from "./onto-range.js";
import { placeByGroup } from "./place-by-group.js";
import { fitShares, type ShareRule, shareAmong, sharesOf, shareTitles } from "./reference-shares.js";

/** Percentile of a value in a reference population. */
export interface Percentile extends ShareRule {
  readonly method: "percentile";
  /** Rows that make up the reference. `each-period`: every period by itself, which is not comparable over time. */
  readonly over: FitScope | "each-period";
  /** Range onto which 0…1 is mapped; the scale of the definition when left out. */
  readonly onto?: Range;
}

/** Share of a frozen reference population that a value leaves behind, by a rule that is named. */
export const percentile: NormaliserMethod<Percentile> = {
  method: "percentile",
  kind: "fit",
  kindOf: ({ over }) => (over === "each-period" ? "cohort" : "fit"),
  title: { en: "Percentile in a reference population", zh: "百分位法" },
  formula: String.raw`\frac{r-1}{n-1}\ \text{or}\ \frac{r}{n}\ \text{or}\ \frac{r-\frac12}{n}`,
  source: "OECD/JRC Handbook (2008), table 15 (r/n); COINr (r−1)/(n−1); Hazen, Trans. ASCE 77 (1914) 1539",
  edgeCases: {
    en: "The three rules give different numbers, so the rule has no default. A later value between two reference values gets the line between their shares, one beyond them that of the outermost. Equal reference values: no value.",
    zh: "三种规则结果不同，因此不设默认。之后的取值落在两个参照值之间时按直线插值，超出时取端点的百分位。参照值全部相等时无值。",
  },
  example: {
    parameters: {
      method: "percentile",
      direction: "more",
      rule: "inclusive",
      ties: "minimum",
      over: "pooled",
    },
    reference: [3, 9, 5, 7, 21],
    raw: 8,
    value: 62.5,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    rule: { type: "choice", of: ["inclusive", "cumulative", "hazen"] },
    ties: { type: "choice", of: ["average", "minimum", "maximum"] },
    over: { type: "scope", eachPeriod: true },
    onto: { type: "range", optional: true },
  },
  fit: fitShares,
  fittedTitles: shareTitles,
  scale: ({ onto }, x, scale, fitted) => ontoRange(shareAmong(x, fitted), onto ?? scale),
  compute: (parameters, column, scale, { table, length }) => {
    const shares = placeByGroup(column, rowsByPeriod(table.periods, length), (values) =>
      sharesOf(parameters, values),
    );
    return evaluateColumns(ontoRange("share", parameters.onto ?? scale), { share: shares }, length);
  },
  direction: ({ direction }) => direction,
};
