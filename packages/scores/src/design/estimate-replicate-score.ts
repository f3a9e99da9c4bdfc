import type { DefinitionReference, Interval, NotComputable, Unit, Warning } from "@cxmetrics/definition";
import { compensatedSum, meanInterval } from "@cxmetrics/stats";
import { checkDefinition } from "../checked-definition.js";
import { contrastOf } from "../contrast.js";
import { engine } from "../engine.js";
import { estimateScore } from "../estimate-score.js";
import { chooseInterval } from "../interval-choice.js";
import { mergeTallies } from "../merge-tallies.js";
import { expectOptions } from "../rating-options.js";
import type { ScoreDefinition } from "../score-definition.js";
import { expectReplicates } from "./merge-replicate-tallies.js";
import { noDegreesOfFreedom, noWeightInBase } from "./reasons.js";
import type { ReplicateTallies } from "./replicate-tallies.js";

/** A score whose precision comes from random groups of sampling units. */
export interface ReplicateScore {
  readonly status: "ok";
  readonly value: number;
  readonly unit: Unit;
  /** Approximate. */
  readonly standardError: number;
  readonly interval: Interval | NotComputable;
  readonly method: "delete-a-group-jackknife";
  /** Groups with weight in the base, less one. */
  readonly degreesOfFreedom: number;
  /** Answers in the base. */
  readonly n: number;
  readonly definition: DefinitionReference;
  readonly engine: string;
  /** `design.random-groups` always. */
  readonly warnings: readonly Warning[];
}

/**
 * Estimates a score from random groups of units by the delete-a-group jackknife:
 *
 * $$ V = \frac{G - 1}{G} \sum_{g=1}^{G} (\hat\theta_{(-g)} - \hat\theta)^2, \qquad df = G - 1 $$
 *
 * with $\hat\theta_{(-g)}$ the score without group g. Approximate: another hash gives another standard error, and strata are not seen.
 * Use a design tally where it fits. The interval is $\hat\theta \pm t_{df} SE$ and may reach beyond the ends of the scale.
 *
 * Source: Wolter, Introduction to Variance Estimation (2007), chapter 4.
 *
 * @param sample from `replicateTallies`
 * @param options the confidence level, unless the definition's
 * @returns the score, or `not-computable`: `no-weight-in-base`, `no-degrees-of-freedom` (fewer than two groups with answers)
 * @throws `CxMetricsError` `design.option-not-allowed`, and as `estimateScore`
 * @example
 * ```ts
 * const clusters = Array.from({ length: 60 }, (_, row) => `customer ${row % 20}`);
 * const ratings = clusters.map((_, row) => 1 + ((row * 7) % 5));
 * const sample = replicateTallies(ratings, { min: 1, max: 5 }, { clusters, replicates: 10, seed: 1 });
 * const score = estimateReplicateScore(sample, "csat.mean-5");
 * score.status === "ok" && score.value; // => 3
 * score.status === "ok" && score.degreesOfFreedom; // => 8
 * ```
 */
export function estimateReplicateScore(
  sample: ReplicateTallies,
  definition: ScoreDefinition | string,
  options: { readonly level?: number | undefined } = {},
): ReplicateScore | NotComputable {
  expectOptions(options, ["level"]);
  const { definition: checked, reference } = checkDefinition(definition);
  const { level } = chooseInterval(checked, { level: options.level });
  const { replicates } = expectReplicates(sample, ["sample"]);
  const whole = estimateScore(mergeTallies(...replicates), checked, { level });
  if (whole.status !== "ok") return noWeightInBase;
  const contrast = contrastOf(checked);
  const factor = whole.unit === "points" ? 100 : 1;
  const sums = replicates.map(({ weightSums }) => {
    const over = (term: (value: number) => number) =>
      compensatedSum(
        contrast.map(({ inBase, value }, point) => (inBase ? term(value) * (weightSums[point] ?? 0) : 0)),
      );
    return { weight: over(() => 1), score: over((value) => value) };
  });
  const held = sums.filter(({ weight }) => weight > 0);
  const groups = held.length;
  if (groups < 2) return noDegreesOfFreedom;
  const scores = held.map((group) => {
    const rest = held.filter((other) => other !== group);
    const total = compensatedSum(rest.map(({ weight }) => weight));
    return (factor * compensatedSum(rest.map(({ score }) => score))) / total;
  });
  const squares = compensatedSum(scores.map((score) => (score - whole.value) ** 2));
  const standardError = Math.sqrt(((groups - 1) / groups) * squares);
  return {
    status: "ok",
    value: whole.value,
    unit: whole.unit,
    standardError,
    interval: meanInterval({
      mean: whole.value,
      standardDeviation: standardError * Math.sqrt(groups),
      n: groups,
      degreesOfFreedom: groups - 1,
      level,
    }),
    method: "delete-a-group-jackknife",
    degreesOfFreedom: groups - 1,
    n: whole.n,
    definition: reference,
    engine,
    warnings: [
      {
        code: "design.random-groups",
        message: {
          en: "The standard error comes from random groups of sampling units: it is approximate.",
          zh: "标准误来自抽样单元的随机分组，为近似值。",
        },
        values: { groups },
      },
    ],
  };
}
