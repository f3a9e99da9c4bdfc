import type { Expression } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { constantReference, notPositive } from "../normalisers/not-computable.js";
import { extremeOf } from "../normalisers/reference-value.js";
import { boxCoxExponent } from "./box-cox-exponent.js";
import type { TreatmentMethod } from "./treatment-method.js";

/** A power that makes the reference values as normal as a power can. */
export interface BoxCox {
  readonly method: "box-cox";
  /** Exponent stated by the author; by maximum likelihood within −5…5 when left out. */
  readonly exponent?: number;
  /** Rows of the reference table. */
  readonly over: FitScope;
}

/** Box–Cox power transformation with a frozen exponent. The order of the units stays, whatever the exponent. */
export const boxCox: TreatmentMethod<BoxCox> = {
  method: "box-cox",
  kind: "fit",
  title: { en: "Box–Cox transformation", zh: "Box–Cox 变换" },
  formula: String.raw`\frac{x^\lambda-1}{\lambda},\quad \ln x \text{ for } \lambda = 0`,
  source: "Box & Cox, J. R. Stat. Soc. B 26 (1964) 211–252",
  edgeCases: {
    en: "All reference values must be positive: a shift is never added silently. The exponent maximises the likelihood within −5…5; within 1e-6 of 0 it is 0. A later value of 0 or less has no value. Equal reference values: no value.",
    zh: "参照值须全部为正，绝不自动平移。指数在 −5 至 5 之间按极大似然确定，与 0 相差不足 1e-6 时取 0。之后的非正值无值。参照值全部相等时无值。",
  },
  example: {
    parameters: { method: "box-cox", exponent: 0.5, over: "pooled" },
    reference: [1, 4, 9, 16],
    raw: 16,
    value: 6,
  },
  parameters: {
    exponent: { type: "number", atLeast: -5, atMost: 5, optional: true },
    over: { type: "scope" },
  },
  fit: ({ exponent }, { values, n }) => {
    if (n < 2) return tooFewReferenceValues(n, 2);
    const least = extremeOf(values, "minimum");
    if (least <= 0) return notPositive({ en: "least reference value", zh: "参照最小值" }, least);
    if (least === extremeOf(values, "maximum")) return constantReference;
    if (exponent !== undefined) return { status: "ok", fitted: { exponent } };
    const found = boxCoxExponent(values);
    return {
      status: "ok",
      fitted: { exponent: found.exponent },
      diagnostics: { atBound: found.atBound },
    };
  },
  fittedTitles: { exponent: { en: "fitted exponent", zh: "标定指数" } },
  lower: (_, x, fitted): Expression => {
    const exponent = fitted.number("exponent");
    const logarithm: Expression = { op: "ln", of: [x] };
    if (exponent === 0) return logarithm;
    // A power of e, so that values of 0 or less have none under any exponent.
    const power: Expression = { op: "exp", of: [{ op: "multiply", of: [exponent, logarithm] }] };
    return { op: "divide", of: [{ op: "subtract", of: [power, 1] }, exponent] };
  },
};
