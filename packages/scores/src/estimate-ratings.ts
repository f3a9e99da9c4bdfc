import type { Outcome } from "@cxmetrics/definition";
import { checkDefinition } from "./checked-definition.js";
import type { EstimateOptions } from "./estimate-nps.js";
import { estimateScore } from "./estimate-score.js";
import { expectRatingOptions } from "./rating-options.js";
import type { ScoreDefinition } from "./score-definition.js";
import type { ScoreEstimate } from "./score-estimate.js";
import { tallyColumn } from "./tally-column.js";
import { addWeightedBytes } from "./tally-weighted-bytes.js";

/** Any score of raw ratings, read on the scale of its definition. */
export function estimateRatings(
  ratings: ArrayLike<number | null | undefined>,
  definition: ScoreDefinition | string,
  options?: EstimateOptions,
): Outcome<ScoreEstimate> {
  const { definition: checked } = checkDefinition(definition);
  const settings: EstimateOptions = expectRatingOptions(options, ["level", "interval"]);
  const { level, interval } = settings;
  const tally = tallyColumn(ratings, checked.scale, settings, addWeightedBytes);
  return estimateScore(tally, checked, { level, interval });
}
