import type {
  DefinitionReference,
  Interval,
  NotComputable,
  Outcome,
  Unit,
  Warning,
} from "@cxmetrics/definition";
import { expectComparisonMethod } from "./change/expect-comparison-method.js";
import type {
  ComparedSide,
  ComparisonFinding,
  ComparisonMethod,
  ComparisonMethodName,
} from "./change/methods/comparison-method.js";
import { sideNotComputable } from "./change/reasons.js";
import { checkDefinition } from "./checked-definition.js";
import { bandNames } from "./contrast.js";
import type { DesignTally } from "./design/design-tally.js";
import { isDesignTally } from "./design/is-design-tally.js";
import { singleUnitStratum } from "./design/reasons.js";
import { engine } from "./engine.js";
import { estimateScore } from "./estimate-score.js";
import { expectOptions } from "./rating-options.js";
import type { RatingTally } from "./rating-tally.js";
import type { ScoreDefinition } from "./score-definition.js";
import type { ScoreEstimate } from "./score-estimate.js";
import { fewAnswers } from "./score-warnings.js";

/** How two scores are compared. */
export interface ComparisonOptions {
  /** Confidence level, unless the definition's. */
  readonly level?: number | undefined;
  /** `unpooled-z` where it is left out; see `comparisonMethods`. */
  readonly method?: ComparisonMethodName | undefined;
}

/** The difference between two scores, and how sure we are of it. */
export interface ScoreDifference {
  readonly status: "ok";
  /** b − a, in the unit of the score: positive when b is higher. */
  readonly difference: number;
  readonly unit: Unit;
  /** `null` where a side has a single answer and the method does without; never with `unpooled-z`. */
  readonly standardError: number | null;
  readonly interval: Interval;
  /** Two-sided p-value of no difference. */
  readonly p: number;
  readonly method: ComparisonMethodName;
  /** The difference on which the interval of `adjusted-wald` is centred. */
  readonly adjustedDifference?: number;
  readonly a: ScoreEstimate;
  readonly b: ScoreEstimate;
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/** A difference, or the reason why there is none; both sides are told in every case. */
export type ScoreComparison =
  | ScoreDifference
  | (NotComputable & {
      readonly a: Outcome<ScoreEstimate>;
      readonly b: Outcome<ScoreEstimate>;
      readonly definition: DefinitionReference;
    });

/**
 * Compares one score between two independent samples: b − a, signed, with interval and test. Unless another method is named, these are
 * an unpooled z test and interval:
 *
 * $$ z = \frac{\hat\theta_b - \hat\theta_a}{\sqrt{SE_a^2 + SE_b^2}} $$
 *
 * The standard errors are those of `estimateScore`, at the effective n of each side. For net shares there are also `adjusted-wald` (¾ of
 * an answer added to each outer band and 3 to each sample), `mover` (from the score limits of each side) and the exact `permutation`
 * test; for shares `newcombe` and `permutation`; for means `welch`: see `comparisonMethods`. For fewer than about 20 answers a side, or
 * scores near an end of the scale, prefer `mover`.
 *
 * Design tallies (strata, clusters) are compared by the standard errors and effective n of their designs; the two sides must then share
 * no cluster. With few clusters prefer `compareDesignScores`: a t test with the degrees of freedom of the designs.
 *
 * The samples must be different people: for a panel, where the same customers answer twice, these intervals are too wide. Adding the two
 * margins of error is wrong too: wider still. Swapping a and b flips the sign and nothing else.
 *
 * @param options confidence level, unless the definition's; method
 * @returns the difference, or `not-computable`: `side-not-computable` when a side has no score; for `unpooled-z` and `welch`
 * `single-answer` when a side has one answer and `no-variation` when neither side has any spread; for `permutation` `not-rearrangeable`
 * and `too-many-answers`; for all but `unpooled-z` `effective-n-too-large` above 1e12; `single-unit-stratum` for a design without a standard error. Warnings:
 * `comparison.small-sample`, `comparison.degenerate-side`, `comparison.adjustment-changes-sign`
 * @throws `CxMetricsError` `comparison.unknown-method`, `comparison.method-mismatch`, and as `estimateScore`
 * @example
 * ```ts
 * const scale = { min: 1, max: 5 };
 * const before = tallyFromCounts([10, 10, 20, 30, 30], scale);
 * const after = tallyFromCounts([5, 10, 10, 35, 40], scale);
 * const change = compareScores(before, after, "csat.top-2-of-5");
 * change.status === "ok" && change.difference; // => 0.15
 * const exact = compareScores(before, after, "csat.top-2-of-5", { method: "permutation" });
 * exact.status === "ok" && exact.p; // => 0.03414380231476
 * ```
 */
export function compareScores(
  a: RatingTally | DesignTally,
  b: RatingTally | DesignTally,
  definition: ScoreDefinition | string,
  options: ComparisonOptions = {},
): ScoreComparison {
  expectOptions(options, ["level", "method"]);
  const { definition: checked, reference } = checkDefinition(definition);
  const { kind } = checked.statistic;
  const level = options.level ?? checked.interval.level;
  const method = expectComparisonMethod(options.method ?? "unpooled-z", kind);
  const left = estimateScore(a, checked, { level });
  const right = estimateScore(b, checked, { level });
  if (left.status !== "ok" || right.status !== "ok")
    return { ...sideNotComputable, a: left, b: right, definition: reference };
  if ([left, right].some(({ n, standardError }) => n > 1 && standardError === null))
    return { ...singleUnitStratum, a: left, b: right, definition: reference };
  const tooPrecise = [left, right].find(isTooPrecise);
  if (tooPrecise && method.id !== "unpooled-z")
    return { ...(tooPrecise.interval as NotComputable), a: left, b: right, definition: reference };
  const [upper, middle, lower] = bandNames(checked);
  const side = (estimate: ScoreEstimate): ComparedSide => ({
    estimate,
    above: estimate.bandShares[upper] ?? 0,
    below: kind === "net-share" ? (estimate.bandShares[lower] ?? 0) : 0,
    counts:
      kind === "net-share"
        ? [estimate.bands[upper] ?? 0, estimate.bands[middle] ?? 0, estimate.bands[lower] ?? 0]
        : [estimate.bands[upper] ?? 0, estimate.bands[lower] ?? 0, 0],
  });
  const finding = method.judge({
    a: side(left),
    b: side(right),
    level,
    kind,
    factor: left.unit === "points" ? 100 : 1,
    rearrangeable: [a, b].every((tally) => !tally.weighted && !isDesignTally(tally)),
  });
  if (finding.status !== "ok") return { ...finding, a: left, b: right, definition: reference };
  const difference = right.value - left.value;
  const { standardError, interval, p, adjustedDifference } = finding;
  return {
    status: "ok",
    difference,
    unit: left.unit,
    standardError,
    interval,
    p,
    method: method.id,
    ...(adjustedDifference === undefined ? {} : { adjustedDifference }),
    a: left,
    b: right,
    definition: reference,
    engine,
    warnings: comparisonWarnings(left, right, difference, method, finding),
  };
}

/** Whether the effective n of a side is beyond what the kernel takes. */
function isTooPrecise({ interval }: ScoreEstimate): boolean {
  return interval.status !== "ok" && interval.reason === "effective-n-too-large";
}

function comparisonWarnings(
  a: ScoreEstimate,
  b: ScoreEstimate,
  difference: number,
  method: ComparisonMethod,
  { adjustedDifference }: ComparisonFinding,
): readonly Warning[] {
  const warnings: Warning[] = [];
  if (!method.exact && Math.min(a.n, b.n, a.effectiveN, b.effectiveN) < fewAnswers)
    warnings.push({
      code: "comparison.small-sample",
      message: {
        en: "One side rests on fewer than 10 answers: the normal approximation is rough.",
        zh: "其中一侧的回答不足 10 个：正态近似较为粗略。",
      },
      values: { nA: a.n, nB: b.n },
    });
  const byErrors = method.id === "unpooled-z" || method.id === "welch";
  if (byErrors && (a.standardError === 0 || b.standardError === 0))
    warnings.push({
      code: "comparison.degenerate-side",
      message: {
        en: "On one side all answers count the same, so it adds no uncertainty to the difference. That is not certainty.",
        zh: "其中一侧的回答取值全部相同，未给差异带来不确定性。这不代表确定无疑。",
      },
    });
  if (adjustedDifference !== undefined && Math.sign(adjustedDifference) * Math.sign(difference) < 0)
    warnings.push({
      code: "comparison.adjustment-changes-sign",
      message: {
        en: "The adjusted difference, on which interval and test rest, has the other sign than the observed one: the samples are of very unequal size. Use mover.",
        zh: "区间和检验所依据的调整后差值与观测差值符号相反：两个样本量相差悬殊。请改用 mover。",
      },
      values: { difference, adjustedDifference },
    });
  return warnings;
}
