import type { Expression } from "@cxmetrics/formula";
import type { FitOutcome, FitScope, ReferenceColumn } from "../calibration/calibration.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { skewnessAndKurtosis } from "../calibration/skewness-and-kurtosis.js";
import { pullInTails } from "./pull-in-tails.js";
import type { TreatmentMethod } from "./treatment-method.js";

/** Outermost values are set to the next one until the distribution is no longer both skewed and heavy-tailed. */
export interface Winsorise {
  readonly method: "winsorise";
  /** Limit of the absolute skewness; 2 is usual. */
  readonly skewness: number;
  /** Limit of the excess kurtosis; 3.5 is usual. */
  readonly kurtosis: number;
  /** Most reference values that may be moved. */
  readonly atMost: number;
  /** Where so many do not suffice: keep what was moved, or move nothing. */
  readonly whenNotEnough: "keep" | "none";
  /** Rows of the reference table. */
  readonly over: FitScope;
}

/** Winsorising against the shape of the reference distribution, its limits frozen. */
export const winsorise: TreatmentMethod<Winsorise> = {
  method: "winsorise",
  kind: "fit",
  title: { en: "Winsorising by skewness and kurtosis", zh: "按偏度与峰度缩尾" },
  formula: String.raw`\min(\max(x, \ell), u) \text{ until } |G_1| < 2 \text{ or } G_2 < 3.5`,
  source:
    "JRC practice: Becker et al., COINr, JOSS 7 (2022) 4567; limits: Groeneveld & Meeden, The Statistician 33 (1984); G1, G2: Joanes & Gill, The Statistician 47 (1998)",
  edgeCases: {
    en: "Skewness and excess kurtosis are sample-corrected and need four values. Equal values move together, each counted. Equal reference values are left alone. The limits are frozen: a later value beyond them is set to them. The units that were moved stand in the calibration.",
    zh: "偏度与超额峰度均经样本校正，至少需要四个数值。相同数值一并移动并逐一计数；参照值全部相等时不处理。界限在标定时冻结，之后超出者按界限计。被移动的对象列于标定信息中。",
  },
  example: {
    parameters: {
      method: "winsorise",
      skewness: 2,
      kurtosis: 3.5,
      atMost: 2,
      whenNotEnough: "keep",
      over: "pooled",
    },
    reference: [3, 4, 5, 6, 7, 8, 9, 90],
    raw: 90,
    value: 9,
  },
  parameters: {
    skewness: { type: "number", above: 0 },
    kurtosis: { type: "number", above: 0 },
    atMost: { type: "number", integer: true, atLeast: 1 },
    whenNotEnough: { type: "choice", of: ["keep", "none"] },
    over: { type: "scope" },
  },
  fit: fitWinsorise,
  fittedTitles: {
    lower: { en: "lower limit of winsorising", zh: "缩尾下限" },
    upper: { en: "upper limit of winsorising", zh: "缩尾上限" },
  },
  lower: (_, x, fitted): Expression => {
    const [lower, upper] = [fitted.number("lower"), fitted.number("upper")];
    if (typeof fitted.number("points") !== "number") return { op: "clamp", of: [x], lower, upper };
    // A limit that is still a name after the fit was not needed.
    const limits = {
      ...(typeof lower === "number" ? { lower } : {}),
      ...(typeof upper === "number" ? { upper } : {}),
    };
    return Object.keys(limits).length === 0 ? x : { op: "clamp", of: [x], ...limits };
  },
};

function fitWinsorise(parameters: Winsorise, { values, n, source }: ReferenceColumn): FitOutcome {
  if (n < 4) return tooFewReferenceValues(n, 4);
  const found = pullInTails(values, parameters);
  const kept = found.reached || parameters.whenNotEnough === "keep";
  const { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY } = kept ? found : {};
  const moved = Array.from(values).flatMap((value, at) => (value < lower || value > upper ? [at] : []));
  const after = values.map((value) => Math.min(Math.max(value, lower), upper));
  const units = source ? moved.map((at) => source.table.units[source.rows[at] ?? 0] ?? "") : [];
  return {
    status: "ok",
    fitted: {
      points: moved.length,
      ...(lower > Number.NEGATIVE_INFINITY ? { lower } : {}),
      ...(upper < Number.POSITIVE_INFINITY ? { upper } : {}),
    },
    diagnostics: {
      before: skewnessAndKurtosis(values) ?? null,
      after: skewnessAndKurtosis(after) ?? null,
      reached: found.reached,
      units,
    },
  };
}
