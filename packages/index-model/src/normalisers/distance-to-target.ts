import type { Expression } from "@cxmetrics/formula";
import type { FitOutcome, FitScope, ReferenceColumn } from "../calibration/calibration.js";
import type { FittedParameters } from "../calibration/fitted-parameters.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { computeByPeriod } from "../leaf/compute-by-period.js";
import type { Range } from "../read/range.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { beyondData } from "./not-computable.js";
import { ontoRange } from "./onto-range.js";
import { extremeOf } from "./reference-value.js";

/** Share of the way from the worst value of a reference population to a target. */
export interface DistanceToTarget {
  readonly method: "distance-to-target";
  readonly direction: "more" | "less";
  readonly target: number;
  /** Rows that the worst value is taken from. `each-period`: every period by itself. */
  readonly over: FitScope | "each-period";
  /** `target`: a value better than the target counts as the target. */
  readonly cap: "target" | "none";
  /** Range onto which worst…target is mapped; the scale of the definition when left out. */
  readonly onto?: Range;
}

/** How far a value has come from the worst one to a target that is stated beforehand. */
export const distanceToTarget: NormaliserMethod<DistanceToTarget> = {
  method: "distance-to-target",
  kind: "fit",
  kindOf: ({ over }) => (over === "each-period" ? "cohort" : "fit"),
  title: { en: "Distance to a target", zh: "目标接近度法" },
  formula: String.raw`\frac{x-\min}{T-\min} \quad\text{or, less is better,}\quad \frac{\max-x}{\max-T}`,
  source: "COINr (Becker et al., JOSS 7, 2022), n_dist2targ; OECD/JRC Handbook (2008), 5.4",
  edgeCases: {
    en: "A target that is no better than the worst reference value has no way leading to it: no value. Without the cap a value beyond the target leaves the range.",
    zh: "目标值不优于参照最差值时无从衡量：无值。不截断时，优于目标的取值会超出范围。",
  },
  example: {
    parameters: {
      method: "distance-to-target",
      direction: "less",
      target: 2,
      over: "pooled",
      cap: "target",
    },
    reference: [4, 7, 10],
    raw: 4,
    value: 75,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    target: { type: "number" },
    over: { type: "scope", eachPeriod: true },
    cap: { type: "choice", of: ["target", "none"] },
    onto: { type: "range", optional: true },
  },
  fit: ({ direction, target }, reference) => fitWay(direction, target, reference),
  fittedTitles: {
    worst: { en: "worst reference value", zh: "参照最差值" },
    target: { en: "point to be reached", zh: "目标点" },
  },
  cap: ({ direction, target, cap }, raw) =>
    cap === "none" ? raw : { op: "clamp", of: [raw], [direction === "more" ? "upper" : "lower"]: target },
  scale: ({ direction, onto }, x, scale, fitted) =>
    ontoRange(wayCovered(direction, x, fitted), onto ?? scale),
  compute: (parameters, column, scale, context) =>
    computeByPeriod(distanceToTarget, parameters, column, scale, context),
  direction: ({ direction }) => direction,
};

/** The worst reference value beside the point to be reached, if that is better. */
export function fitWay(
  direction: "more" | "less",
  target: number,
  { values, n }: ReferenceColumn,
): FitOutcome {
  if (n === 0) return tooFewReferenceValues(n, 1);
  const worst = extremeOf(values, direction === "more" ? "minimum" : "maximum");
  const ahead = direction === "more" ? target > worst : target < worst;
  return ahead ? { status: "ok", fitted: { worst, target } } : beyondData(target, worst);
}

/** Share of the way from the fitted worst value to the fitted target. */
export function wayCovered(direction: "more" | "less", x: Expression, fitted: FittedParameters): Expression {
  const [worst, target] = [fitted.number("worst"), fitted.number("target")];
  const from = (a: Expression, b: Expression): Expression => ({ op: "subtract", of: [a, b] });
  return direction === "more"
    ? { op: "divide", of: [from(x, worst), from(target, worst)] }
    : { op: "divide", of: [from(worst, x), from(worst, target)] };
}
