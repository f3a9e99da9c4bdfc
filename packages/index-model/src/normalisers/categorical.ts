import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { type Expression, evaluateColumns } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import type { PercentileRule } from "../cohort/percentile-ranks.js";
import { rowsByPeriod } from "../leaf/compute-by-period.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { placeByGroup } from "./place-by-group.js";
import { parameterIdle, parameterNeeded, stepsNotAscending } from "./problems.js";
import { fitShares, type ShareRule, shareAmong, sharesOf, shareTitles } from "./reference-shares.js";
import { stepsDirection } from "./steps-direction.js";

/** Points by the band into which a value, or its percentile in a reference population, falls. */
export interface Categorical {
  readonly method: "categorical";
  /** What the thresholds are held against. */
  readonly on: "value" | "percentile";
  /** Ascending thresholds and the points from there on; percentiles are shares 0…1. */
  readonly steps: readonly { readonly from: number; readonly value: number }[];
  /** Points below the first threshold, or no value there. */
  readonly below: number | "undefined";
  /** Whether a value on a threshold belongs to the band above (`lower-included`) or below it. */
  readonly boundary: "lower-included" | "upper-included";
  /** The following belong to `on: percentile` alone, which needs them all. */
  readonly direction?: "more" | "less";
  readonly rule?: PercentileRule;
  readonly ties?: "average" | "minimum" | "maximum";
  readonly over?: FitScope | "each-period";
}

/** A table of thresholds: bands meet, so that none overlap and none leave a gap. */
export const categorical: NormaliserMethod<Categorical> = {
  method: "categorical",
  kind: "fit",
  kindOf: ({ on, over }) => (on === "value" ? "row" : over === "each-period" ? "cohort" : "fit"),
  title: { en: "Categories by thresholds", zh: "分档赋分法" },
  formula: String.raw`v_k \text{ where } t_k \le x < t_{k+1}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 5.1 and table 15",
  edgeCases: {
    en: "The boundary side is named and decides for values on a threshold. Small differences across a threshold become large, and those inside a band vanish. Percentiles follow the rules of the method percentile.",
    zh: "恰在阈值上的取值归上档还是下档须指明。跨阈值的微小差异会被放大，档内差异则被抹去。百分位的规则同 percentile。",
  },
  example: {
    parameters: {
      method: "categorical",
      on: "percentile",
      steps: [
        { from: 0.35, value: 50 },
        { from: 0.85, value: 80 },
      ],
      below: 20,
      boundary: "lower-included",
      direction: "less",
      rule: "cumulative",
      ties: "minimum",
      over: "pooled",
    },
    reference: [12, 40, 33, 25, 30],
    raw: 33,
    value: 50,
  },
  parameters: {
    on: { type: "choice", of: ["value", "percentile"] },
    steps: {
      type: "list",
      of: { type: "record", members: { from: { type: "number" }, value: { type: "number" } } },
      least: 1,
    },
    below: { type: "either", of: [{ type: "number" }, { type: "choice", of: ["undefined"] }] },
    boundary: { type: "choice", of: ["lower-included", "upper-included"] },
    direction: { type: "choice", of: ["more", "less"], optional: true },
    rule: { type: "choice", of: ["inclusive", "cumulative", "hazen"], optional: true },
    ties: { type: "choice", of: ["average", "minimum", "maximum"], optional: true },
    over: { type: "scope", eachPeriod: true, optional: true },
  },
  check: checkCategorical,
  fit: (parameters, reference) => fitShares(shareRule(parameters), reference),
  fittedTitles: shareTitles,
  scale: (parameters, x, _scale, fitted) =>
    banded(parameters, parameters.on === "value" ? x : shareAmong(x, fitted)),
  compute: (parameters, column, _scale, { table, length }) => {
    const share = placeByGroup(column, rowsByPeriod(table.periods, length), (values) =>
      sharesOf(shareRule(parameters), values),
    );
    return evaluateColumns(banded(parameters, "share"), { share }, length);
  },
  direction: ({ on, direction, steps, below }) =>
    on === "percentile" ? (direction ?? "none") : stepsDirection(below, steps),
};

function banded({ steps, boundary, below }: Categorical, of: Expression): Expression {
  return { op: "step", of: [of], steps: steps.map(({ from, value }) => [from, value]), boundary, below };
}

function shareRule({ direction = "more", rule = "inclusive", ties = "average" }: Categorical): ShareRule {
  return { direction, rule, ties };
}

function checkCategorical(parameters: Categorical, path: ProblemPath): void {
  parameters.steps.forEach(({ from }, at) => {
    const before = parameters.steps[at - 1]?.from ?? Number.NEGATIVE_INFINITY;
    if (from <= before)
      throw new CxMetricsError(stepsNotAscending, {
        path: [...path, "steps", at, "from"],
        values: { found: from, by: "from" },
      });
  });
  const withOn = `on: ${parameters.on}`;
  for (const name of ["direction", "rule", "ties", "over"] as const) {
    const given = parameters[name] !== undefined;
    if (parameters.on === "value" && given)
      throw new CxMetricsError(parameterIdle, {
        path: [...path, name],
        values: { idle: name, with: withOn },
      });
    if (parameters.on === "percentile" && !given)
      throw new CxMetricsError(parameterNeeded, { path, values: { needed: name, with: withOn } });
  }
}
