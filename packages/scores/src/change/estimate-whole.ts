import type { Outcome } from "@cxmetrics/definition";
import { estimateScore } from "../estimate-score.js";
import type { IntervalOptions } from "../interval-choice.js";
import { mergeTallies } from "../merge-tallies.js";
import type { RatingTally } from "../rating-tally.js";
import type { ScoreDefinition } from "../score-definition.js";
import type { ScoreEstimate } from "../score-estimate.js";
import { tallyFromCounts } from "../tally-from-counts.js";

/** The score of all groups together, from their merged tallies. No group at all is an empty tally. */
export function estimateWhole(
  tallies: ReadonlyMap<string, RatingTally>,
  definition: ScoreDefinition,
  options: IntervalOptions,
): Outcome<ScoreEstimate> {
  const parts = [...tallies.values()];
  const whole = parts.length > 0 ? mergeTallies(...parts) : tallyFromCounts({}, definition.scale);
  return estimateScore(whole, definition, options);
}
