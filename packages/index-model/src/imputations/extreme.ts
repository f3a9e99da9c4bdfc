import type { FitScope } from "../calibration/calibration.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { extremeOf } from "../normalisers/reference-value.js";
import type { ImputationMethod } from "./imputation-method.js";

/** The worst or the best reference value for every missing value. */
export interface ExtremeImputation {
  readonly method: "extreme";
  readonly case: "worst" | "best";
  /** Which raw values are better. */
  readonly direction: "more" | "less";
  /** Rows of the reference table that the extreme is taken over. */
  readonly over: FitScope;
}

/** Worst case and best case: scored with each in turn, an index has the bounds that its gaps leave open. */
export const extreme: ImputationMethod<ExtremeImputation> = {
  method: "extreme",
  kind: "fit",
  title: { en: "Worst or best reference value", zh: "参照最差值或最优值填补" },
  formula: String.raw`x = \min x_{ref} \text{ or } \max x_{ref} \text{ where } x \text{ is missing}`,
  source: "Manski, Partial Identification of Probability Distributions (2003), worst-case bounds",
  edgeCases: {
    en: "The bounds hold as long as no missing value lies beyond the reference population. A missing value that counts as the worst makes hiding costly; say that it is meant.",
    zh: "只要缺失值不超出参照总体的范围，上下界即成立。按最差值计会使不报数据付出代价；如有此意请注明。",
  },
  example: {
    parameters: { method: "extreme", case: "worst", direction: "less", over: "pooled" },
    raw: [55, null, 70],
    value: [55, 70, 70],
  },
  parameters: {
    case: { type: "choice", of: ["worst", "best"] },
    direction: { type: "choice", of: ["more", "less"] },
    over: { type: "scope" },
  },
  fit: ({ case: which, direction }, { values, n }) =>
    n === 0
      ? tooFewReferenceValues(n, 1)
      : {
          status: "ok",
          fitted: {
            value: extremeOf(values, (which === "worst") === (direction === "more") ? "minimum" : "maximum"),
          },
        },
  fittedTitles: { value: { en: "extreme reference value", zh: "参照极值" } },
  fill: (_, fitted) => fitted.number("value"),
};
