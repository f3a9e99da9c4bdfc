import type { Outcome } from "@cxmetrics/definition";
import { npsRule } from "./definitions/nps-rule.js";
import { npsReference } from "./digests.js";
import { estimateContrast } from "./estimate-contrast.js";
import { chooseInterval, type IntervalOptions } from "./interval-choice.js";
import { netShareIntervalOf } from "./net-share-interval-of.js";
import { expectRatingOptions, type RatingOptions } from "./rating-options.js";
import type { ScoreEstimate } from "./score-estimate.js";
import { tallyColumn } from "./tally-column.js";

/** How ratings are read and which interval the score gets. */
export interface EstimateOptions extends RatingOptions, IntervalOptions {}

/**
 * Net Promoter Score of raw ratings 0–10: share of promoters (9–10) minus share of detractors (0–6), in points from −100 to 100.
 *
 * $$ \mathrm{NPS} = 100 \, (p_{9\text{–}10} - p_{0\text{–}6}) $$
 *
 * The base is every valid answer. Blanks and declared codes are counted but not in the base; any other rating off the scale stops
 * the calculation, so that a code such as 11 never becomes a promoter. The default interval is the score interval at 95 %; it
 * keeps its coverage from n = 5 and for scores near ±100, where Wald's does not. The standard error and the effective n under
 * weights are those of `estimateScore`.
 *
 * Source: Reichheld, Harvard Business Review 81(12), Dec 2003. Net Promoter, NPS and Net Promoter Score are registered trademarks
 * of Bain & Company, NICE Systems and Fred Reichheld.
 *
 * @returns the estimate, or `not-computable` as `estimateScore`
 * @throws `CxMetricsError` as `tallyRatings`; `score.interval-mismatch`, `option.not-allowed`
 * @example
 * ```ts
 * const score = estimateNps([10, 9, 7, 3, 11, null], { missing: [11] });
 * score.status === "ok" && score.value; // => 25
 * score.status === "ok" && score.bands; // => { detractors: 1, passives: 1, promoters: 2 }
 * score.status === "ok" && score.base.excluded; // => { blank: 1, "code 11": 1 }
 * ```
 */
export function estimateNps(
  ratings: ArrayLike<number | null | undefined>,
  options?: EstimateOptions,
): Outcome<ScoreEstimate> {
  const settings: EstimateOptions = expectRatingOptions(options, ["level", "interval"]);
  const choice = chooseInterval(npsRule, settings);
  const tally = tallyColumn(ratings, npsRule.scale, settings);
  return estimateContrast(tally, npsRule, npsReference, choice, netShareIntervalOf);
}
