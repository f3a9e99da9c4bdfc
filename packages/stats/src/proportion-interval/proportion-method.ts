import type { Limits, MethodDescription } from "../method-description.js";

/** One way to put an interval around a proportion. */
export interface ProportionMethod extends MethodDescription {
  /** Limits for checked arguments; `trials` is positive. The caller clamps them to 0…1. */
  readonly limits: (successes: number, trials: number, level: number) => Limits;
}
