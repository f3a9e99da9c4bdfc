import type { NotComputable } from "@cxmetrics/definition";
import type { Limits, MethodDescription } from "../method-description.js";

/** One way to put an interval around a net share (upper share minus lower share, −1…1). */
export interface NetShareMethod extends MethodDescription {
  /** Limits for checked shares of a positive number n of answers, before they are clamped to −1…1; only `nps-dirichlet` reads the prior. */
  readonly limits: (
    upper: number,
    lower: number,
    n: number,
    level: number,
    prior: number,
  ) => Limits | NotComputable;
  /** Whether the formula itself stays within −1…1, so that there are no raw limits to tell. */
  readonly bounded: boolean;
}

/** Variance of one answer scored −1, 0 or +1: u + l − (u − l)², written without cancellation. */
export function netShareVariance(upper: number, lower: number): number {
  return upper * (1 - upper) + lower * (1 - lower) + 2 * upper * lower;
}
