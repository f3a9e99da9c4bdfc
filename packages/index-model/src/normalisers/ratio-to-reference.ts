import type { Expression } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { computeByPeriod } from "../leaf/compute-by-period.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { notPositive } from "./not-computable.js";
import { onlyFrom } from "./only-from.js";
import { aroundCenter } from "./onto-range.js";
import { checkReference, type ReferencePoint, referencePoint, referenceValueOf } from "./reference-value.js";

/** Value over a reference, or reference over value. */
export interface RatioToReference {
  readonly method: "ratio-to-reference";
  readonly direction: "more" | "less";
  readonly reference: ReferencePoint;
  /** Rows that the reference is taken from; only where it is no stated number. */
  readonly over?: FitScope | "each-period";
  /** Value of a unit that equals the reference; 1 when left out. */
  readonly atReference?: number;
}

/** How many times the reference a value is; where less is better, how many times the value the reference is. */
export const ratioToReference: NormaliserMethod<RatioToReference> = {
  method: "ratio-to-reference",
  kind: "fit",
  kindOf: ({ reference, over }) =>
    typeof reference === "number" ? "row" : over === "each-period" ? "cohort" : "fit",
  title: { en: "Ratio to a reference", zh: "参照比值法" },
  formula: String.raw`r\,\frac{x}{x_{ref}} \quad\text{or, less is better,}\quad r\,\frac{x_{ref}}{x}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 5.4",
  edgeCases: {
    en: "For scales whose zero means nothing: the reference must be positive, a negative value has no value, and in degrees Celsius and Fahrenheit the answers differ. Where less is better 0 has no ratio.",
    zh: "仅适用于有绝对零点的量表：参照值必须为正，负值无结果；摄氏度与华氏度会得出不同结果。越小越好时 0 没有比值。",
  },
  example: {
    parameters: {
      method: "ratio-to-reference",
      direction: "less",
      reference: "median",
      over: "pooled",
      atReference: 50,
    },
    reference: [2, 4, 10],
    raw: 5,
    value: 40,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    reference: referencePoint,
    over: { type: "scope", eachPeriod: true, optional: true },
    atReference: { type: "number", above: 0, optional: true },
  },
  check: checkReference,
  fit: ({ reference }, column) => {
    const found = referenceValueOf(reference, column);
    if (found.status !== "ok") return found;
    if (found.value <= 0) return notPositive({ en: "reference", zh: "参照值" }, found.value);
    return { status: "ok", fitted: { reference: found.value } };
  },
  fittedTitles: { reference: { en: "reference value", zh: "参照值" } },
  scale: ({ direction, reference, atReference }, x, _scale, fitted): Expression => {
    const held = typeof reference === "number" ? reference : fitted.number("reference");
    const ratio: Expression = { op: "divide", of: direction === "more" ? [x, held] : [held, x] };
    return onlyFrom(aroundCenter(ratio, 0, atReference), x, 0);
  },
  compute: (parameters, column, scale, context) =>
    computeByPeriod(ratioToReference, parameters, column, scale, context),
  direction: ({ direction }) => direction,
};
