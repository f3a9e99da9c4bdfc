import type { Outcome } from "@cxmetrics/definition";
import { checkDefinition } from "./checked-definition.js";
import type { DesignScoreEstimate } from "./design/design-estimate.js";
import type { DesignTally } from "./design/design-tally.js";
import { estimateDesignScore } from "./design/estimate-design-score.js";
import { isDesignTally } from "./design/is-design-tally.js";
import { withCaveat } from "./design/sample-caveat.js";
import { type DesignScoreOptions, expectScoreOptions, type ScoreOptions } from "./design/score-options.js";
import { estimateContrast } from "./estimate-contrast.js";
import { expectScoreScale } from "./expect-score-scale.js";
import { expectTally } from "./expect-tally.js";
import type { RatingTally } from "./rating-tally.js";
import type { ScoreDefinition } from "./score-definition.js";
import type { ScoreEstimate } from "./score-estimate.js";
import { scoreIntervals } from "./score-interval.js";

/**
 * Estimates a score from a tally: the weighted mean of the contrast that its definition draws over the scale points of its base.
 *
 * $$ \hat\theta = u \, \frac{\sum_k c_k W_k}{\sum_k W_k}, \qquad
 * V = \sum_k c_k^2 p_k - \Big(\sum_k c_k p_k\Big)^2, \qquad
 * n_{\mathrm{eff}} = \frac{V \, (\sum_k W_k)^2}{\sum_k Q_k (c_k - \bar c)^2} $$
 *
 * over the base, with $W_k$ the sum of weights on point k, $Q_k$ the sum of squared weights, $p_k = W_k/\sum W$, and u = 100 for
 * net shares, 1 for shares (0…1) and means (on the scale, or rescaled to an index). `n` is the number of answers in the base; `effectiveN` equals it
 * without weights and does not change when all weights are multiplied by one factor. The interval runs at `effectiveN`, never at
 * Σw. Where all answers have one value, Kish's $(\sum w)^2/\sum w^2$ is the effective n.
 *
 * The standard error is $u\sqrt{V/n_{\mathrm{eff}}}$ for shares and net shares, and $\sqrt{V/n_{\mathrm{eff}} \cdot n/(n-1)}$ for
 * means. R's `survey::svymean` applies n/(n − 1) to both. A single answer has none (`null`).
 *
 * A design tally (strata, clusters) gets the standard error of its design: see `estimateDesignScore`.
 *
 * @param tally from `tallyRatings` or `tallyDesign`, a database, or a merge
 * @param definition a definition, or the id of a shipped one
 * @param options another level or interval method than the definition's; `sample: "non-probability"` adds the warning
 * `sample.non-probability`, and with `withholdInterval` the interval is `not-computable`, `non-probability-sample`
 * @returns the estimate, or `not-computable`: `no-valid-answers`, `no-answers-in-base`, `zero-weight`. Its interval may be
 * `not-computable` on its own: `single-observation` and `no-variation` for means, `effective-n-too-large` above 1e12. Warnings:
 * `interval.small-sample` (n or effective n below 10), `interval.degenerate`, `effective-n.kish-fallback`, `effective-n.above-n`
 * @throws `CxMetricsError` `score.scale-mismatch`, `score.nps-needs-0-10`, `score.interval-mismatch`, `option.not-allowed`, `tally.malformed`, and as
 * `defineScore` and `resolveScoreDefinition` do
 * @example
 * ```ts
 * const tally = tallyFromCounts([15, 5, 10, 30, 40], { min: 1, max: 5 });
 * const satisfied = estimateScore(tally, "csat.top-2-of-5");
 * satisfied.status === "ok" && satisfied.value; // => 0.7
 * const mean = estimateScore(tally, csatMean5);
 * mean.status === "ok" && mean.value; // => 3.75
 * ```
 */
export function estimateScore(
  tally: RatingTally,
  definition: ScoreDefinition | string,
  options?: ScoreOptions,
): Outcome<ScoreEstimate>;
export function estimateScore(
  tally: DesignTally,
  definition: ScoreDefinition | string,
  options?: DesignScoreOptions,
): Outcome<DesignScoreEstimate>;
export function estimateScore(
  tally: RatingTally | DesignTally,
  definition: ScoreDefinition | string,
  options?: DesignScoreOptions,
): Outcome<ScoreEstimate>;
export function estimateScore(
  tally: RatingTally | DesignTally,
  definition: ScoreDefinition | string,
  options?: DesignScoreOptions,
): Outcome<ScoreEstimate> {
  if (isDesignTally(tally)) return estimateDesignScore(tally, definition, options);
  const { definition: checked, reference } = checkDefinition(definition);
  const answers = expectTally(tally, ["tally"]);
  const { settings, choice } = expectScoreOptions(options, checked);
  expectScoreScale(checked, answers.scale, ["tally", "scale"]);
  const interval = scoreIntervals[checked.statistic.kind];
  return withCaveat(
    estimateContrast(answers, checked, reference, choice, interval),
    settings.sample,
    settings,
  );
}
