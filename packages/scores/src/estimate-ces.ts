import type { Outcome } from "@cxmetrics/definition";
import type { EstimateOptions } from "./estimate-nps.js";
import { estimateRatings } from "./estimate-ratings.js";
import type { ScoreDefinition } from "./score-definition.js";
import type { ScoreEstimate } from "./score-estimate.js";

/**
 * Customer Effort Score of raw ratings. CES 1.0 (2010) counts effort, 1–5, lower is better; CES 2.0 (2013) counts ease, 1–7, higher
 * is better, as a mean or as a share: the definition is always named.
 *
 * @param ratings one rating per row, on the scale of the definition
 * @param definition a definition, or the id of a shipped one: `ces.2-mean` (mean 1…7), `ces.2-share-5-7` (share 0…1)
 * @returns the estimate, or `not-computable`, as `estimateScore`
 * @throws `CxMetricsError` as `tallyRatings` and `estimateScore`
 * @example
 * ```ts
 * const ratings = [7, 6, 5, 2];
 * const mean = estimateCes(ratings, "ces.2-mean");
 * mean.status === "ok" && mean.value; // => 5
 * const share = estimateCes(ratings, "ces.2-share-5-7");
 * share.status === "ok" && share.value; // => 0.75
 * ```
 */
export function estimateCes(
  ratings: ArrayLike<number | null | undefined>,
  definition: ScoreDefinition | string,
  options?: EstimateOptions,
): Outcome<ScoreEstimate> {
  return estimateRatings(ratings, definition, options);
}
