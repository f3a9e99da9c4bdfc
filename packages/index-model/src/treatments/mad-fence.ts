import type { Expression } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { medianAndSpread } from "../calibration/median-and-spread.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { spreadZero } from "./spread-zero.js";
import type { TreatmentMethod } from "./treatment-method.js";

/** Values further from the median than so many robust deviations are set to that distance. */
export interface MadFence {
  readonly method: "mad-fence";
  /** Number of deviations (1.4826 times the median absolute deviation); 3 is usual. */
  readonly deviations: number;
  /** Rows of the reference table. */
  readonly over: FitScope;
}

/** Fences about the median that up to half of the reference values cannot move. */
export const madFence: TreatmentMethod<MadFence> = {
  method: "mad-fence",
  kind: "fit",
  title: { en: "Fence by median absolute deviation", zh: "绝对中位差截尾" },
  formula: String.raw`\min(\max(x, \tilde{x}-k s), \tilde{x}+k s), \quad s = 1.4826\,\mathrm{med}\,|x-\tilde{x}|`,
  source: "Hampel, JASA 69 (1974) 383–393; Leys et al., J. Exp. Soc. Psychol. 49 (2013) 764–766",
  edgeCases: {
    en: "Where half of the reference values are equal the deviation is 0 and there are no fences: no value. The fences are frozen by the fit.",
    zh: "半数参照值相同时绝对中位差为 0，无法设界：无值。界限在标定时冻结。",
  },
  example: {
    parameters: { method: "mad-fence", deviations: 2, over: "pooled" },
    reference: [2, 4, 5, 7, 90],
    raw: 90,
    value: 10.9304,
  },
  parameters: { deviations: { type: "number", above: 0 }, over: { type: "scope" } },
  fit: ({ deviations }, { values, n }) => {
    if (n === 0) return tooFewReferenceValues(n, 1);
    const { median, spread } = medianAndSpread(values);
    if (spread === 0) return spreadZero;
    return {
      status: "ok",
      fitted: { lower: median - deviations * spread, upper: median + deviations * spread },
    };
  },
  fittedTitles: {
    lower: { en: "lower fence", zh: "下侧界限" },
    upper: { en: "upper fence", zh: "上侧界限" },
  },
  lower: (_, x, fitted): Expression => ({
    op: "clamp",
    of: [x],
    lower: fitted.number("lower"),
    upper: fitted.number("upper"),
  }),
};
