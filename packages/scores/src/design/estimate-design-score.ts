import type { Outcome } from "@cxmetrics/definition";
import { kishEffectiveSize, tDistribution } from "@cxmetrics/stats";
import { checkDefinition } from "../checked-definition.js";
import { contrastOf } from "../contrast.js";
import { contrastMoments } from "../contrast-moments.js";
import {
  baseOf,
  estimateContrast,
  type IntervalMatter,
  mostAnswers,
  tooPrecise,
} from "../estimate-contrast.js";
import { expectScoreScale } from "../expect-score-scale.js";
import { noScore } from "../no-score.js";
import type { RatingTally } from "../rating-tally.js";
import type { ScoreDefinition } from "../score-definition.js";
import { scoreIntervals } from "../score-interval.js";
import { scoreWarnings } from "../score-warnings.js";
import { betweenUnits } from "./between-units.js";
import type { DesignScoreEstimate } from "./design-estimate.js";
import type { DesignTally } from "./design-tally.js";
import { designWarnings, kishWarning } from "./design-warnings.js";
import { expectDesign } from "./expect-design.js";
import { lineariseScore } from "./linearised-score.js";
import { noDegreesOfFreedom, singleUnitStratum } from "./reasons.js";
import { sampleOf, withCaveat } from "./sample-caveat.js";
import { type DesignScoreOptions, designScoreOptions, expectScoreOptions } from "./score-options.js";
import { stratumSpreads } from "./stratum-spread.js";
import { toRatingTally } from "./to-rating-tally.js";
import { expectPolicy } from "./variance-policy.js";

/** A variance this much smaller than that of one answer is what rounding left of 0. */
const rounding = 1e-20;

/**
 * Estimates a score from a design tally, with the standard error of the design. `estimateScore` does the same when it is given a
 * design tally.
 *
 * The score is a ratio, so each record counts $z = w b (c - R) / \sum w b$ (b is 1 in the base, else 0); these add up inside each
 * primary sampling unit, and the variance is that between units, stratum by stratum:
 *
 * $$ V = \sum_h (1 - f_h) \frac{n_h}{n_h - 1} \sum_i (z_{hi} - \bar z_h)^2, \qquad SE = u \sqrt V $$
 *
 * with $n_h$ the units drawn, those without an answer in the base too, and $f_h = 0$ unless a finite population correction is named.
 * Degrees of freedom are units with weight in the base less their strata. The interval of the definition runs at the effective n of
 * Korn and Graubard (1998, Survey Methodology 24, 193–201),
 *
 * $$ n_{\mathrm{eff}} = n \frac{V_{srs}}{V} \left(\frac{t_{n-1}}{t_{df}}\right)^2, \qquad V_{srs} = \frac{1}{n-1} \sum_k p_k (c_k - R)^2 $$
 *
 * so that few clusters make it wide; `designEffect` is $V / V_{srs}$. For a mean this is $R \pm t_{df} SE$. Standard errors agree with
 * R's `survey` (Taylor linearisation, ultimate clusters). With one unit per answer, one stratum and no missing answers, the effective
 * n is that of the plain tally.
 *
 * @param tally from `tallyDesign`, a database, or a merge
 * @param options level, interval, `finitePopulation`, `singleUnit`, `sample`, `withholdInterval`
 * @returns the estimate, or `not-computable` as `estimateScore`. The interval is `not-computable` on its own with
 * `single-unit-stratum` (then the standard error is `null`), `no-degrees-of-freedom`, `non-probability-sample`. Warnings beside those of
 * `estimateScore`: `design.single-unit-strata`, `design.few-degrees-of-freedom` (below 10), `design.uncovered-strata`,
 * `weights.treated-as-fixed`, `sample.non-probability`
 * @throws `CxMetricsError` `design.malformed`, `design.population-missing`, `design.option-not-allowed`, and as `estimateScore`
 * @example
 * ```ts
 * const tally = tallyDesign([5, 5, 4, 2, 1, 3, 4, 4], { min: 1, max: 5 }, { clusters: ["a", "a", "a", "b", "b", "b", "c", "c"] });
 * const score = estimateDesignScore(tally, "csat.top-2-of-5");
 * score.status === "ok" && score.value; // => 0.625
 * score.status === "ok" && score.design.degreesOfFreedom; // => 2
 * score.status === "ok" && score.standardError; // => 0.3538984892
 * ```
 */
export function estimateDesignScore(
  tally: DesignTally,
  definition: ScoreDefinition | string,
  options?: DesignScoreOptions,
): Outcome<DesignScoreEstimate> {
  const { definition: checked, reference } = checkDefinition(definition);
  const design = expectDesign(tally, ["tally"]);
  const { settings, choice } = expectScoreOptions(options, checked, designScoreOptions);
  expectScoreScale(checked, design.scale, ["tally", "scale"]);
  const policy = expectPolicy(settings);
  const pooled = toRatingTally(design);
  const cells = design.strata.flatMap(({ units }) => units.flatMap((unit) => unit.cells));
  const score = lineariseScore(checked, design.scale, cells);
  const contrast = contrastOf(checked);
  const moments = contrastMoments(pooled, contrast);
  if (score === null || moments === null)
    return { ...noScore(pooled, contrast), base: baseOf(pooled), definition: reference };
  const influence = ({ point }: { readonly point: number }) => score.influence(point);
  const spreads = stratumSpreads(design.strata, influence, influence, ({ point }) => score.inBase(point));
  const between = betweenUnits(spreads, policy);
  const { n, variance: one } = moments;
  const varies = between.variance !== null && between.variance > rounding * one;
  const designEffect = varies && n > 1 && one > 0 ? ((between.variance as number) * (n - 1)) / one : null;
  const kishEffectiveN = kishOf(pooled, checked);
  const df = between.degreesOfFreedom;
  const effectiveN =
    (designEffect === null ? kishEffectiveN : n / designEffect) *
    (df >= 1 ? shrinkage(n, df, choice.level) : 1);
  const intervalOf = (matter: IntervalMatter) => {
    if (between.variance === null && n > 1) return singleUnitStratum;
    if (df < 1 && n > 1) return noDegreesOfFreedom;
    if (effectiveN > mostAnswers) return tooPrecise;
    return scoreIntervals[checked.statistic.kind]({ ...matter, effectiveN });
  };
  const plain = estimateContrast(pooled, checked, reference, choice, intervalOf);
  if (plain.status !== "ok") return plain;
  const estimate: DesignScoreEstimate = {
    ...plain,
    effectiveN,
    standardError:
      n === 1 || between.variance === null ? null : varies ? score.factor * Math.sqrt(between.variance) : 0,
    warnings: [
      // Strata may well make a sample more precise than a simple random one.
      ...scoreWarnings({ ...moments, effectiveN, kish: false }, plain.interval).filter(
        ({ code }) => code !== "effective-n.above-n",
      ),
      ...(designEffect === null && n > 1 ? [kishWarning(effectiveN)] : []),
      ...designWarnings(design, between, policy),
    ],
    design: {
      method: "linearised",
      sampleUnits: between.sampleUnits,
      units: between.units,
      strata: between.strata,
      degreesOfFreedom: df,
      designEffect,
      kishEffectiveN,
      ...policy,
      singleUnitStrata: between.singleUnitStrata,
    },
  };
  return withCaveat<DesignScoreEstimate>(estimate, sampleOf(design.sample, settings.sample), settings);
}

/** $(t_{n-1}/t_{df})^2$: what few units cost beyond their variance. */
function shrinkage(n: number, df: number, level: number): number {
  const [all, own] = [Math.min(Math.max(1, n - 1), mostAnswers), Math.min(df, mostAnswers)];
  if (all === own) return 1;
  const tail = (1 - level) / 2;
  return (tDistribution.quantile(tail, all) / tDistribution.quantile(tail, own)) ** 2;
}

function kishOf(tally: RatingTally, definition: ScoreDefinition): number {
  const contrast = contrastOf(definition);
  const sum = (list: readonly number[]) =>
    list.reduce((total, value, point) => total + (contrast[point]?.inBase ? value : 0), 0);
  return kishEffectiveSize({
    weightSum: sum(tally.weightSums),
    squaredWeightSum: sum(tally.squaredWeightSums),
  });
}
