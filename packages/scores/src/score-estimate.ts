import type { Estimate } from "@cxmetrics/definition";
import type { IntervalMethod } from "./score-definition.js";

/** A score, how sure we are of it, and the answers behind it. */
export interface ScoreEstimate extends Estimate {
  /** Interval method that was asked for, by the caller or the definition. */
  readonly method: IntervalMethod;
  /** Answers per scale point, unweighted, outside the base too. */
  readonly counts: Readonly<Record<string, number>>;
  /**
   * Answers per band, unweighted, inside the base: `promoters`, `passives`, `detractors` for NPS; `upper`, `middle`, `lower` for
   * other net shares; `in`, `out` for shares; none for means.
   */
  readonly bands: Readonly<Record<string, number>>;
  /** Weighted share of the base per band, 0…1; the score follows from these. */
  readonly bandShares: Readonly<Record<string, number>>;
}
