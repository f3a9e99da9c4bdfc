import type { DefinitionReference, NotComputable, Outcome, Unit, Warning } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { checkDefinition } from "../checked-definition.js";
import { contrastOf } from "../contrast.js";
import { engine } from "../engine.js";
import { estimateScore } from "../estimate-score.js";
import { badOption } from "../problems.js";
import { expectOptions, refuse } from "../rating-options.js";
import type { RatingTally } from "../rating-tally.js";
import type { ScoreDefinition } from "../score-definition.js";
import type { ScoreEstimate } from "../score-estimate.js";
import { type ChangeEffect, effectOf } from "./change-effect.js";
import { estimateWhole } from "./estimate-whole.js";
import { expectGroups, type TalliesByGroup } from "./expect-groups.js";
import { sideNotComputable } from "./reasons.js";
import {
  type SegmentEffects,
  type SegmentStatus,
  segmentEffects,
  segmentVariance,
  totalVariance,
} from "./segment-effects.js";
import { type WaveMoments, waveMoments } from "./wave-moments.js";

/** Whose mix the rate effect is taken at: the earlier wave's, the later wave's, or the average of both. */
export type ChangeBase = "before" | "after" | "average";

/** One segment in one wave. */
export interface SegmentSide {
  /** Answers in the base. */
  readonly n: number;
  /** Share of the base, 0…1; under weights, of its weight. */
  readonly share: number;
  /** Its own score. */
  readonly score: number;
}

/** What one segment contributed to a change. */
export interface ChangeSegment {
  readonly group: string;
  /** `new` without answers in the base before, `vanished` without any after. */
  readonly status: SegmentStatus;
  readonly before: SegmentSide | null;
  readonly after: SegmentSide | null;
  /** Effect of its score having changed, or `null` where it has only one. */
  readonly rateEffect: ChangeEffect | null;
  /** Effect of its share having changed. */
  readonly mixEffect: ChangeEffect;
}

/** A change of a score, taken apart by segment. */
export interface ChangeDecomposition {
  readonly status: "ok";
  /** After minus before. */
  readonly change: ChangeEffect;
  readonly unit: Unit;
  /** Sum over segments of what their changed scores did. */
  readonly rateEffect: ChangeEffect;
  /** Sum over segments of what their changed shares did. */
  readonly mixEffect: ChangeEffect;
  readonly base: ChangeBase;
  /** Segments with an answer in the base of either wave, in order of appearance. */
  readonly segments: readonly ChangeSegment[];
  readonly before: ScoreEstimate;
  readonly after: ScoreEstimate;
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/** A decomposition, or the reason why there is none; both waves are told in every case. */
export type ChangeOutcome =
  | ChangeDecomposition
  | (NotComputable & {
      readonly before: Outcome<ScoreEstimate>;
      readonly after: Outcome<ScoreEstimate>;
      readonly definition: DefinitionReference;
    });

/** How a change is taken apart. */
export interface DecomposeOptions {
  /** `average` where it is left out. */
  readonly base?: ChangeBase | undefined;
  /** Confidence level, unless the definition's. */
  readonly level?: number | undefined;
}

const lambdas: Readonly<Record<ChangeBase, number>> = { before: 0, average: 0.5, after: 1 };

/**
 * Takes the change of a score apart by segment: what came of scores that changed (rate), and what of shares that changed (mix). The two
 * add up to the change, so a score that falls although every segment rose is explained.
 *
 * $$ \theta_1 - \theta_0 = \sum_i \bar w_i (s_{1i} - s_{0i}) + \sum_i (w_{1i} - w_{0i})(\bar s_i - \bar\theta) $$
 *
 * with $w$ the share of segment i in the base and $s$ its score. The base is a convention: `average` (Kitagawa 1955, JASA 50, 1168–1194)
 * takes the mean of both waves for $\bar w$, $\bar s$ and $\bar\theta$ and changes only its sign when the waves are swapped; `before`
 * takes the shares before and the scores after, `after` the reverse. The mix effect of a segment is measured from the score of the
 * whole, so that the growth of a segment below it counts against the score; the sum over segments does not depend on that.
 *
 * A segment that is new or has vanished has one score only: its rate effect is `null` and all it contributed is a mix effect. The scores
 * of both waves are those of the merged tallies, never averages of segments. The waves must be different people; standard errors are
 * those of the delta method, shares counted as sampled too.
 *
 * @param before tallies by segment; each answer in one segment only
 * @param after the same for the later wave
 * @returns the decomposition, or `not-computable` `side-not-computable` when a wave has no score
 * @throws `CxMetricsError` `groups.not-a-list`, `group.repeated`, `option.not-allowed`, and as `estimateScore` and `mergeTallies`
 * @example
 * ```ts
 * const wave = (promoters: number, detractors: number) => tallyFromCounts({ 10: promoters, 0: detractors }, { min: 0, max: 10 });
 * const before = { app: wave(375, 125), branch: wave(270, 230) }; // 500 answers each: 50 and 8, together 29
 * const after = { app: wave(304, 96), branch: wave(336, 264) }; // 400 at 52 and 600 at 12, together 28
 * const found = decomposeChange(before, after, "nps");
 * found.status === "ok" && found.change.value; // => -1
 * found.status === "ok" && found.rateEffect.value; // => 3.1
 * found.status === "ok" && found.mixEffect.value; // => -4.1
 * ```
 */
export function decomposeChange(
  before: TalliesByGroup,
  after: TalliesByGroup,
  definition: ScoreDefinition | string,
  options: DecomposeOptions = {},
): ChangeOutcome {
  const { base = "average" } = expectOptions(options, ["base", "level"]);
  if (base !== "before" && base !== "after" && base !== "average")
    throw refuse(badOption, ["options", "base"], "before | after | average", base);
  const { definition: checked, reference } = checkDefinition(definition);
  const level = options.level ?? checked.interval.level;
  const tallies = [expectGroups(before, ["before"]), expectGroups(after, ["after"])] as const;
  for (const wave of tallies) for (const tally of wave.values()) estimateScore(tally, checked, { level });
  const whole = tallies.map((wave) => estimateWhole(wave, checked, { level }));
  const [first, second] = whole as [Outcome<ScoreEstimate>, Outcome<ScoreEstimate>];
  if (first.status !== "ok" || second.status !== "ok")
    return { ...sideNotComputable, before: first, after: second, definition: reference };

  const contrast = contrastOf(checked);
  const factor = first.unit === "points" ? 100 : 1;
  const moments = (wave: ReadonlyMap<string, RatingTally>, { value }: ScoreEstimate) =>
    waveMoments(wave, contrast, value, factor);
  const waves = [moments(tallies[0], first), moments(tallies[1], second)] as const;
  const lambda = lambdas[base];
  const groups = new Set([...waves[0].segments.keys(), ...waves[1].segments.keys()]);
  const segments = Array.from(groups, (group) => segmentEffects(group, waves, lambda));
  const single = first.n === 1 || second.n === 1;
  const effect = (value: number, variance: number) =>
    effectOf(value, single ? null : variance, level, "delta-z");
  const total = (name: "rate" | "mix") =>
    effect(compensatedSum(segments.map((segment) => segment[name])), varianceOfTotal(waves, segments, name));
  return {
    status: "ok",
    change: effectOf(
      second.value - first.value,
      first.standardError === null || second.standardError === null
        ? null
        : first.standardError ** 2 + second.standardError ** 2,
      level,
      "unpooled-z",
    ),
    unit: first.unit,
    rateEffect: total("rate"),
    mixEffect: total("mix"),
    base,
    segments: segments.map((segment) => ({
      group: segment.group,
      status: segment.status,
      before: sideOf(segment.before),
      after: sideOf(segment.after),
      rateEffect:
        segment.status === "continuing"
          ? effect(segment.rate, varianceOfSegment(waves, segment, "rate", lambda))
          : null,
      mixEffect: effect(segment.mix, varianceOfSegment(waves, segment, "mix", lambda)),
    })),
    before: first,
    after: second,
    definition: reference,
    engine,
    warnings: decompositionWarnings(segments),
  };
}

function sideOf(moments: SegmentEffects["before"]): SegmentSide | null {
  return moments ? { n: moments.n, share: moments.share, score: moments.score } : null;
}

type Waves = readonly [WaveMoments, WaveMoments];

function varianceOfTotal(waves: Waves, segments: readonly SegmentEffects[], name: "rate" | "mix"): number {
  const side = (index: 0 | 1) =>
    totalVariance(
      waves[index],
      segments.map((segment) => ({
        segment: index === 0 ? segment.before : segment.after,
        gradient: segment[`${name}Gradients`][index],
      })),
    );
  return side(0) + side(1);
}

function varianceOfSegment(
  waves: Waves,
  segment: SegmentEffects,
  name: "rate" | "mix",
  lambda: number,
): number {
  // The mix effect is measured from λ·θ₀ + (1 − λ)·θ₁, which is estimated too.
  const whole = name === "rate" ? 0 : -segment.shareChange;
  const [before, after] = segment[`${name}Gradients`];
  return (
    segmentVariance(waves[0], segment.before, before, whole * lambda) +
    segmentVariance(waves[1], segment.after, after, whole * (1 - lambda))
  );
}

function decompositionWarnings(segments: readonly SegmentEffects[]): readonly Warning[] {
  const count = (status: SegmentStatus) => segments.filter((segment) => segment.status === status).length;
  const values = { new: count("new"), vanished: count("vanished") };
  if (values.new + values.vanished === 0) return [];
  return [
    {
      code: "change.segments-differ",
      message: {
        en: "Some segments have answers in one wave only. All they contributed is a mix effect; check that the segments are named alike.",
        zh: "部分分组仅在一次调研中有回答，其贡献全部计入构成效应；请确认两次的分组名称一致。",
      },
      values,
    },
  ];
}
