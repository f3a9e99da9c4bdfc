import { CxMetricsError } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { computeByPeriod } from "../leaf/compute-by-period.js";
import type { Range } from "../read/range.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { notPositive } from "./not-computable.js";
import { onlyFrom } from "./only-from.js";
import { ontoRange } from "./onto-range.js";
import { parameterIdle, parameterNeeded } from "./problems.js";
import { extremeOf } from "./reference-value.js";

/** Value over the greatest value of a reference population. */
export interface FractionOfMaximum {
  readonly method: "fraction-of-maximum";
  readonly direction: "more" | "less";
  /** Where less is better: `minimum-over-value` is min / x, `one-minus` is 1 − x / max. They rank alike and differ in shape. */
  readonly whenLess?: "minimum-over-value" | "one-minus";
  /** Rows that the extreme is taken from. `each-period`: every period by itself. */
  readonly over: FitScope | "each-period";
  /** Range onto which 0…1 is mapped; the scale of the definition when left out. */
  readonly onto?: Range;
}

/** Share of the greatest reference value; where less is better the best unit still gets the highest score. */
export const fractionOfMaximum: NormaliserMethod<FractionOfMaximum> = {
  method: "fraction-of-maximum",
  kind: "fit",
  kindOf: ({ over }) => (over === "each-period" ? "cohort" : "fit"),
  title: { en: "Fraction of the maximum", zh: "最大值比例法" },
  formula: String.raw`\frac{x}{\max} \quad\text{or, less is better,}\quad \frac{\min}{x} \ \text{or}\ 1-\frac{x}{\max}`,
  source:
    "OECD/JRC Handbook (2008), 5.4 (leader as reference); COINr (Becker et al., JOSS 7, 2022), n_fracmax",
  edgeCases: {
    en: "Ratio scale: the extreme must be positive and a negative value has no value. min / x has none at 0. A later value beyond the reference leaves the range.",
    zh: "要求有绝对零点：极值必须为正，负值无结果；min / x 在 0 处无值。之后超出参照的取值会超出范围。",
  },
  example: {
    parameters: {
      method: "fraction-of-maximum",
      direction: "less",
      whenLess: "minimum-over-value",
      over: "pooled",
    },
    reference: [1, 2, 4],
    raw: 4,
    value: 25,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    whenLess: { type: "choice", of: ["minimum-over-value", "one-minus"], optional: true },
    over: { type: "scope", eachPeriod: true },
    onto: { type: "range", optional: true },
  },
  check: ({ direction, whenLess }, path) => {
    const withDirection = `direction: ${direction}`;
    if (direction === "less" && whenLess === undefined)
      throw new CxMetricsError(parameterNeeded, {
        path,
        values: { needed: "whenLess", with: withDirection },
      });
    if (direction === "more" && whenLess !== undefined)
      throw new CxMetricsError(parameterIdle, {
        path: [...path, "whenLess"],
        values: { idle: "whenLess", with: withDirection },
      });
  },
  fit: ({ whenLess }, { values, n }) => {
    if (n === 0) return tooFewReferenceValues(n, 1);
    const minimum = whenLess === "minimum-over-value";
    const extreme = extremeOf(values, minimum ? "minimum" : "maximum");
    if (extreme <= 0)
      return notPositive(
        minimum
          ? { en: "least reference value", zh: "参照最小值" }
          : { en: "greatest reference value", zh: "参照最大值" },
        extreme,
      );
    return { status: "ok", fitted: { extreme } };
  },
  fittedTitles: { extreme: { en: "extreme reference value", zh: "参照极值" } },
  scale: ({ whenLess, onto }, x, scale, fitted): Expression => {
    const extreme = fitted.number("extreme");
    const share: Expression =
      whenLess === "minimum-over-value"
        ? { op: "divide", of: [extreme, x] }
        : { op: "divide", of: [x, extreme] };
    const turned: Expression = whenLess === "one-minus" ? { op: "subtract", of: [1, share] } : share;
    return onlyFrom(ontoRange(turned, onto ?? scale), x, 0);
  },
  compute: (parameters, column, scale, context) =>
    computeByPeriod(fractionOfMaximum, parameters, column, scale, context),
  direction: ({ direction }) => direction,
};
