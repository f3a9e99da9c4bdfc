import {
  type Base,
  CxMetricsError,
  type DefinitionReference,
  describeValue,
  didYouMean,
  type Interval,
  type NotComputable,
  type Unit,
  type Warning,
} from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { checkDefinition } from "../checked-definition.js";
import { contrastOf } from "../contrast.js";
import { engine } from "../engine.js";
import { estimateScore } from "../estimate-score.js";
import { expectOptions } from "../rating-options.js";
import type { RatingTally } from "../rating-tally.js";
import type { ScoreDefinition } from "../score-definition.js";
import type { ScoreEstimate } from "../score-estimate.js";
import { fewAnswers } from "../score-warnings.js";
import { effectOf } from "./change-effect.js";
import { estimateWhole } from "./estimate-whole.js";
import { expectGroups, type TalliesByGroup } from "./expect-groups.js";
import { badShare, emptyMix, groupNotInMix, mixGroupUnknown, notGroups } from "./problems.js";

/** A score at a fixed mix of groups. */
export interface StandardisedScore {
  readonly status: "ok";
  readonly value: number;
  readonly unit: Unit;
  /** Answers in the base of the groups that the mix counts. */
  readonly n: number;
  /** Size of a simple random sample with the same precision. */
  readonly effectiveN: number;
  /** `null` where a counted group has a single answer. */
  readonly standardError: number | null;
  readonly interval: Interval | NotComputable;
  /** The mix that was applied, scaled to add up to 1, and the score of each group. */
  readonly groups: readonly {
    readonly group: string;
    readonly share: number;
    readonly estimate: ScoreEstimate;
  }[];
  readonly base: Base;
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/**
 * A score at a fixed mix of groups (direct standardisation): what it would be if the groups had these shares. Two waves at the same mix
 * differ by what customers said, not by who answered.
 *
 * $$ \hat\theta = \sum_i m_i \hat\theta_i, \qquad SE = \sqrt{\textstyle\sum_i m_i^2 SE_i^2}, \qquad \textstyle\sum_i m_i = 1 $$
 *
 * The mix is known, not sampled, and only its ratios matter. The interval is normal, cut off at the ends of the scale. A group of the mix
 * without answers makes the score `not-computable`: leaving it out would silently be another mix.
 *
 * @param tallies tallies by group
 * @param fixedMix share of each group, 0 or more; every group with answers has one
 * @param options the confidence level, unless the definition's
 * @returns the score, or `not-computable` `group-without-score`
 * @throws `CxMetricsError` `mix.not-allowed`, `mix.sums-to-zero`, `mix.group-missing`, `mix.group-unknown`, and as `estimateScore`
 * @example
 * ```ts
 * const wave = (promoters: number, detractors: number) => tallyFromCounts({ 10: promoters, 0: detractors }, { min: 0, max: 10 });
 * const after = { app: wave(304, 96), branch: wave(336, 264) }; // 400 at 52 and 600 at 12, together 28
 * const atOldMix = standardiseMix(after, { app: 1, branch: 1 }, "nps");
 * atOldMix.status === "ok" && atOldMix.value; // => 32
 * atOldMix.status === "ok" && atOldMix.standardError; // => 2.943920288775949
 * ```
 */
export function standardiseMix(
  tallies: TalliesByGroup,
  fixedMix: Readonly<Record<string, number>>,
  definition: ScoreDefinition | string,
  options: { readonly level?: number | undefined } = {},
): StandardisedScore | NotComputable {
  expectOptions(options, ["level"]);
  const { definition: checked, reference } = checkDefinition(definition);
  const level = options.level ?? checked.interval.level;
  const groups = expectGroups(tallies, ["tallies"]);
  const mix = expectMix(fixedMix, groups);
  const counted = new Map(Array.from(groups).filter(([group]) => (mix.get(group) ?? 0) > 0));
  const scored: { group: string; share: number; estimate: ScoreEstimate }[] = [];
  for (const [group, tally] of counted) {
    const estimate = estimateScore(tally, checked, { level });
    if (estimate.status !== "ok") return groupWithoutScore;
    scored.push({ group, share: mix.get(group) ?? 0, estimate });
  }
  const whole = estimateWhole(counted, checked, { level });
  if (whole.status !== "ok") return groupWithoutScore;

  const factor = whole.unit === "points" ? 100 : 1;
  const values = contrastOf(checked).flatMap(({ value, inBase }) => (inBase ? [factor * value] : []));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const value = Math.min(
    most,
    Math.max(least, compensatedSum(scored.map(({ share, estimate }) => share * estimate.value))),
  );
  const single = scored.some(({ estimate }) => estimate.standardError === null);
  const variance = compensatedSum(
    scored.map(({ share, estimate }) => (share * (estimate.standardError ?? 0)) ** 2),
  );
  const { standardError, interval } = effectOf(value, single ? null : variance, level, "standardised-z");
  return {
    status: "ok",
    value,
    unit: whole.unit,
    n: whole.n,
    effectiveN: effectiveSize(scored, value, variance),
    standardError,
    interval:
      interval.status === "ok"
        ? { ...interval, lower: Math.max(least, interval.lower), upper: Math.min(most, interval.upper) }
        : interval,
    groups: scored,
    base: whole.base,
    definition: reference,
    engine,
    warnings: mixWarnings(scored),
  };
}

const groupWithoutScore: NotComputable = {
  status: "not-computable",
  reason: "group-without-score",
  message: {
    en: "A group of the mix has no score. Give it answers, or change the mix.",
    zh: "构成中有分组没有得分。请补充回答，或调整构成。",
  },
};

/** Variance of one answer at the mix over the variance of the score; Kish's where nothing varies. */
function effectiveSize(
  scored: readonly { readonly share: number; readonly estimate: ScoreEstimate }[],
  value: number,
  variance: number,
): number {
  if (!(variance > 0))
    return 1 / compensatedSum(scored.map(({ share, estimate }) => share ** 2 / estimate.effectiveN));
  const ofOneAnswer = compensatedSum(
    scored.map(({ share, estimate }) => {
      const within = (estimate.standardError ?? 0) ** 2 * estimate.effectiveN;
      return share * (within + (estimate.value - value) ** 2);
    }),
  );
  return ofOneAnswer / variance;
}

function expectMix(value: unknown, groups: ReadonlyMap<string, RatingTally>): ReadonlyMap<string, number> {
  const path = ["fixedMix"];
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new CxMetricsError(notGroups, {
      path,
      values: { shape: "{ group, share }", found: describeValue(value) },
    });
  const shares = new Map<string, number>();
  for (const [group, share] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (!(typeof share === "number" && share >= 0 && share <= 1e300))
      throw new CxMetricsError(badShare, {
        path: [...path, group],
        values: { group: describeValue(group), found: describeValue(share) },
      });
    if (!groups.has(group)) {
      const known = [...groups.keys()].slice(0, 20);
      throw new CxMetricsError(mixGroupUnknown, {
        path: [...path, group],
        values: {
          group: describeValue(group),
          hint: didYouMean(group.slice(0, 40), known),
          known: known.map((name) => JSON.stringify(name)).join(", "),
        },
      });
    }
    shares.set(group, share);
  }
  const most = Math.max(0, ...shares.values());
  if (!(most > 0)) throw new CxMetricsError(emptyMix, { path });
  for (const [group, { counts }] of groups)
    if (!shares.has(group) && counts.some((count) => count > 0))
      throw new CxMetricsError(groupNotInMix, {
        path: [...path, group],
        values: { group: describeValue(group) },
      });
  // Relative to the largest first, so that the sum stays in range.
  const total = compensatedSum([...shares.values()].map((share) => share / most));
  return new Map(Array.from(shares, ([group, share]) => [group, share / most / total]));
}

function mixWarnings(
  scored: readonly { readonly group: string; readonly estimate: ScoreEstimate }[],
): readonly Warning[] {
  const small = scored.filter(({ estimate }) => Math.min(estimate.n, estimate.effectiveN) < fewAnswers);
  if (small.length === 0) return [];
  return [
    {
      code: "mix.small-group",
      message: {
        en: "Some groups of the mix rest on fewer than 10 answers: the interval is rough.",
        zh: "构成中部分分组的回答不足 10 个，区间仅供参考。",
      },
      values: { groups: small.length },
    },
  ];
}
