import type { Expression } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { computeByPeriod } from "../leaf/compute-by-period.js";
import type { Range } from "../read/range.js";
import { fitWay, wayCovered } from "./distance-to-target.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { notPositive } from "./not-computable.js";
import { ontoRange } from "./onto-range.js";
import { type ReferencePoint, referencePoint, referenceValueOf } from "./reference-value.js";

/** Distance of a value from a reference, by one of two formulas that share this name. */
export interface DistanceToReference {
  readonly method: "distance-to-reference";
  readonly direction: "more" | "less";
  /** `relative`: (x − ref) / ref, 0 at the reference. `leader`: 1 − (ref − x) / (ref − min), 1 at the reference and 0 at the worst value. */
  readonly variant: "relative" | "leader";
  readonly reference: ReferencePoint;
  /** Rows that reference and worst value are taken from. `each-period`: every period by itself. */
  readonly over: FitScope | "each-period";
  /** Range onto which 0…1 is mapped; when left out the scale of the definition for `leader`, 0…1 for `relative`. */
  readonly onto?: Range;
}

/** How far a value lies from a reference: in shares of the reference, or on the way from the worst value to it. */
export const distanceToReference: NormaliserMethod<DistanceToReference> = {
  method: "distance-to-reference",
  kind: "fit",
  kindOf: ({ over }) => (over === "each-period" ? "cohort" : "fit"),
  title: { en: "Distance to a reference", zh: "参照距离法" },
  formula: String.raw`\frac{x-x_{ref}}{x_{ref}} \quad\text{or}\quad 1-\frac{x_{ref}-x}{x_{ref}-\min}`,
  source:
    "OECD/JRC Handbook (2008), 5.4 (relative); COINr (Becker et al., JOSS 7, 2022), n_dist2ref (leader)",
  edgeCases: {
    en: "The two variants answer differently, so the variant has no default. relative needs a positive reference; leader needs one that is better than the worst value. Neither is bounded above.",
    zh: "两种变体结果不同，因此不设默认。relative 要求参照值为正；leader 要求参照值优于最差值。两者均无上限。",
  },
  example: {
    parameters: {
      method: "distance-to-reference",
      direction: "more",
      variant: "leader",
      reference: "maximum",
      over: "pooled",
    },
    reference: [20, 45, 60],
    raw: 45,
    value: 62.5,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    variant: { type: "choice", of: ["relative", "leader"] },
    reference: referencePoint,
    over: { type: "scope", eachPeriod: true },
    onto: { type: "range", optional: true },
  },
  fit: ({ direction, variant, reference }, column) => {
    const found = referenceValueOf(reference, column);
    if (found.status !== "ok") return found;
    if (variant === "leader") return fitWay(direction, found.value, column);
    if (found.value <= 0) return notPositive({ en: "reference", zh: "参照值" }, found.value);
    return { status: "ok", fitted: { target: found.value } };
  },
  fittedTitles: {
    target: { en: "reference value", zh: "参照值" },
    worst: { en: "worst reference value", zh: "参照最差值" },
  },
  scale: ({ direction, variant, onto }, x, scale, fitted): Expression => {
    if (variant === "leader") return ontoRange(wayCovered(direction, x, fitted), onto ?? scale);
    const held = fitted.number("target");
    const away: Expression = { op: "subtract", of: direction === "more" ? [x, held] : [held, x] };
    return ontoRange({ op: "divide", of: [away, held] }, onto ?? { lower: 0, upper: 1 });
  },
  compute: (parameters, column, scale, context) =>
    computeByPeriod(distanceToReference, parameters, column, scale, context),
  direction: ({ direction }) => direction,
};
