import type { Outcome } from "@cxmetrics/definition";
import type { EstimateOptions } from "./estimate-nps.js";
import { estimateRatings } from "./estimate-ratings.js";
import type { ScoreDefinition } from "./score-definition.js";
import type { ScoreEstimate } from "./score-estimate.js";

/**
 * Customer satisfaction of raw ratings. “CSAT” names at least eight incompatible calculations, so the definition is always named:
 * the same ratings can give 65 % by one and 14 by another.
 *
 * @param ratings one rating per row, on the scale of the definition
 * @param definition a definition, or the id of a shipped one: `csat.top-2-of-5` (share 0…1), `csat.mean-5` (mean 1…5)
 * and the others in `scoreDefinitions`, each of which says how it differs
 * @returns the estimate, or `not-computable`, as `estimateScore`
 * @throws `CxMetricsError` as `tallyRatings` and `estimateScore`
 * @example
 * ```ts
 * const ratings = [5, 4, 4, 2, null];
 * const share = estimateCsat(ratings, "csat.top-2-of-5");
 * share.status === "ok" && share.value; // => 0.75
 * const mean = estimateCsat(ratings, "csat.mean-5");
 * mean.status === "ok" && mean.value; // => 3.75
 * ```
 */
export function estimateCsat(
  ratings: ArrayLike<number | null | undefined>,
  definition: ScoreDefinition | string,
  options?: EstimateOptions,
): Outcome<ScoreEstimate> {
  return estimateRatings(ratings, definition, options);
}
