import type { Expression } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { constantReference, notPositive } from "../normalisers/not-computable.js";
import { extremeOf } from "../normalisers/reference-value.js";
import type { TreatmentMethod } from "./treatment-method.js";

/** A logarithm fitted to the range of the reference population. */
export interface LogTreatment {
  readonly method: "log";
  /** `ct`: ln(x − min + 0.01 (max − min)). `gii`: ln((max − 1)(x − min)/(max − min) + 1), as in the Global Innovation Index. */
  readonly form: "ct" | "gii";
  /** The long tail. For `lower` distances are taken from the maximum and the sign is turned, so that the order stays. */
  readonly tail: "upper" | "lower";
  /** Rows of the reference table. */
  readonly over: FitScope;
}

/** Shortens a long tail by a logarithm; the order of the units stays. */
export const log: TreatmentMethod<LogTreatment> = {
  method: "log",
  kind: "fit",
  title: { en: "Logarithm over the reference range", zh: "对数变换（按参照范围）" },
  formula: String.raw`\ln\!\big(x-\min+0.01(\max-\min)\big) \quad\text{or}\quad \ln\!\Big(\tfrac{(\max-1)(x-\min)}{\max-\min}+1\Big)`,
  source:
    "ct: COIN Tool and COINr (Becker et al., JOSS 7, 2022), log_CT; gii: WIPO, Global Innovation Index, appendix on outliers",
  edgeCases: {
    en: "Minimum and maximum are frozen by the fit. gii needs a maximum above 1. A later value so far below the minimum that nothing positive is left has no logarithm. Equal reference values: no value.",
    zh: "最小值与最大值在标定时冻结。gii 要求最大值大于 1。之后的取值若远低于最小值而使真数非正，则无值。参照值全部相等时无值。",
  },
  example: {
    parameters: { method: "log", form: "gii", tail: "upper", over: "pooled" },
    reference: [0, 1, 2, 10],
    raw: 10,
    value: Math.LN10,
  },
  parameters: {
    form: { type: "choice", of: ["ct", "gii"] },
    tail: { type: "choice", of: ["upper", "lower"] },
    over: { type: "scope" },
  },
  fit: ({ form }, { values, n }) => {
    if (n === 0) return tooFewReferenceValues(n, 1);
    const [minimum, maximum] = [extremeOf(values, "minimum"), extremeOf(values, "maximum")];
    if (minimum === maximum) return constantReference;
    if (form === "gii" && maximum <= 1)
      return notPositive({ en: "greatest reference value minus 1", zh: "参照最大值减 1 后" }, maximum - 1);
    return { status: "ok", fitted: { minimum, maximum } };
  },
  fittedTitles: {
    minimum: { en: "least reference value", zh: "参照最小值" },
    maximum: { en: "greatest reference value", zh: "参照最大值" },
  },
  lower: ({ form, tail }, x, fitted): Expression => {
    const [least, most] = [fitted.number("minimum"), fitted.number("maximum")];
    const less = (a: Expression, b: Expression): Expression => ({ op: "subtract", of: [a, b] });
    const way = tail === "upper" ? less(x, least) : less(most, x);
    const range = less(most, least);
    const argument: Expression =
      form === "ct"
        ? { op: "add", of: [way, { op: "multiply", of: [0.01, range] }] }
        : {
            op: "add",
            of: [{ op: "divide", of: [{ op: "multiply", of: [less(most, 1), way] }, range] }, 1],
          };
    const logarithm: Expression = { op: "ln", of: [argument] };
    return tail === "upper" ? logarithm : { op: "negate", of: [logarithm] };
  },
};
