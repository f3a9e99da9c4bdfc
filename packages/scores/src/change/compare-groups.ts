import type { DefinitionReference, NotComputable, Outcome, Unit, Warning } from "@cxmetrics/definition";
import { CxMetricsError } from "@cxmetrics/definition";
import {
  type AdjustmentMethodName,
  adjustPValues,
  type HomogeneityTest,
  homogeneityTest,
} from "@cxmetrics/stats";
import { checkDefinition } from "../checked-definition.js";
import { type ComparisonOptions, compareScores, type ScoreComparison } from "../compare-scores.js";
import { engine } from "../engine.js";
import { estimateScore } from "../estimate-score.js";
import { expectOptions } from "../rating-options.js";
import type { ScoreDefinition } from "../score-definition.js";
import type { ScoreEstimate } from "../score-estimate.js";
import { fewAnswers } from "../score-warnings.js";
import { expectGroups, type TalliesByGroup } from "./expect-groups.js";
import { tooManyGroups } from "./problems.js";
import { groupWithoutVariation, singleAnswerGroup, tooFewGroups } from "./reasons.js";

/** Most groups that are compared in pairs. */
const mostGroups = 100;

/** How groups are compared. */
export interface GroupComparisonOptions extends ComparisonOptions {
  /** How p-values of the pairs are corrected for their number, as `adjustPValues`; `holm` where it is left out. */
  readonly adjust?: AdjustmentMethodName | undefined;
}

/** One pair of groups. */
export interface PairComparison {
  /** Name of side a: the group listed earlier. */
  readonly a: string;
  readonly b: string;
  /** b − a with its own interval and p, neither corrected for the number of pairs. */
  readonly comparison: ScoreComparison;
  /** p corrected for the number of pairs that have one, or `null` where there is none. */
  readonly adjustedP: number | null;
}

/** Scores of several groups, whether they differ at all, and which differ from which. */
export interface GroupComparison {
  readonly status: "ok";
  /** The score of each group, in the order given. */
  readonly groups: readonly { readonly group: string; readonly estimate: Outcome<ScoreEstimate> }[];
  readonly unit: Unit;
  /** Whether the scores differ at all. */
  readonly overall: HomogeneityTest | NotComputable;
  /** Every pair of groups that have a score. */
  readonly pairs: readonly PairComparison[];
  readonly adjust: AdjustmentMethodName;
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/**
 * Compares a score between several independent groups: first whether the scores differ at all, then every pair with p-values corrected
 * for the number of pairs.
 *
 * $$ Q = \sum_i \frac{(\hat\theta_i - m)^2}{v_i} \sim \chi^2_{k-1}, \qquad m = \frac{\sum_i \hat\theta_i/v_i}{\sum_i 1/v_i} $$
 *
 * with $v_i$ the squared standard error of group i. Q is Cochran's (1954, Biometrics 10, 101–129) homogeneity statistic; for shares and
 * net shares it is a large-sample test. Groups without a score are told but not compared.
 *
 * @param groups tallies by group, 2 to 100 of them with a score; each answer in one group only
 * @param options level and method as `compareScores`; `adjust`: how the pairs' p-values are corrected
 * @returns the comparison, or `not-computable` `too-few-groups` when fewer than two groups have a score. `overall` may be
 * `not-computable` on its own: `single-answer`, `no-variation` where a group gives no variance to weigh it by
 * @throws `CxMetricsError` `groups.not-a-list`, `group.repeated`, `groups.too-many`, and as `compareScores` and `adjustPValues`
 * @example
 * ```ts
 * const scale = { min: 1, max: 5 };
 * const app = tallyFromCounts([5, 5, 10, 40, 40], scale);
 * const web = tallyFromCounts([10, 10, 20, 30, 30], scale);
 * const branch = tallyFromCounts([12, 8, 18, 31, 31], scale);
 * const found = compareGroups({ app, web, branch }, "csat.top-2-of-5");
 * found.status === "ok" && found.overall.status === "ok" && found.overall.q; // => 13.01568154402896
 * found.status === "ok" && found.pairs.map((pair) => `${pair.a} ${pair.b}`); // => ["app web", "app branch", "web branch"]
 * ```
 */
export function compareGroups(
  groups: TalliesByGroup,
  definition: ScoreDefinition | string,
  options: GroupComparisonOptions = {},
): GroupComparison | NotComputable {
  const { adjust = "holm", ...others } = expectOptions(options, ["level", "method", "adjust"]);
  const { definition: checked, reference } = checkDefinition(definition);
  const level = options.level ?? checked.interval.level;
  const tallies = expectGroups(groups, ["groups"]);
  const estimates = Array.from(tallies, ([group, tally]) => ({
    group,
    tally,
    estimate: estimateScore(tally, checked, { level }),
  }));
  const scored = estimates.flatMap(({ group, tally, estimate }) =>
    estimate.status === "ok" ? [{ group, tally, estimate }] : [],
  );
  if (scored.length < 2) return tooFewGroups;
  if (scored.length > mostGroups)
    throw new CxMetricsError(tooManyGroups, {
      path: ["groups"],
      values: { found: scored.length, most: mostGroups },
    });
  const compared = scored.flatMap((a, index) =>
    scored.slice(index + 1).map((b) => ({
      a: a.group,
      b: b.group,
      comparison: compareScores(a.tally, b.tally, checked, others as ComparisonOptions),
    })),
  );
  const adjusted = adjustPValues(
    compared.map(({ comparison }) => (comparison.status === "ok" ? comparison.p : null)),
    adjust as AdjustmentMethodName,
  );
  return {
    status: "ok",
    groups: estimates.map(({ group, estimate }) => ({ group, estimate })),
    unit: checked.statistic.unit,
    overall: overallTest(scored.map(({ estimate }) => estimate)),
    pairs: compared.map((pair, index) => ({ ...pair, adjustedP: adjusted[index] ?? null })),
    adjust: adjust as AdjustmentMethodName,
    definition: reference,
    engine,
    warnings: groupWarnings(scored),
  };
}

function overallTest(estimates: readonly ScoreEstimate[]): HomogeneityTest | NotComputable {
  if (estimates.some(({ standardError }) => standardError === null)) return singleAnswerGroup;
  const test = homogeneityTest(
    estimates.map(({ value, standardError }) => ({ value, variance: (standardError ?? 0) ** 2 })),
  );
  return test.status === "ok" ? test : groupWithoutVariation;
}

function groupWarnings(
  scored: readonly { readonly group: string; readonly estimate: ScoreEstimate }[],
): readonly Warning[] {
  const small = scored.filter(({ estimate }) => Math.min(estimate.n, estimate.effectiveN) < fewAnswers);
  if (small.length === 0) return [];
  return [
    {
      code: "comparison.small-sample",
      message: {
        en: "Some groups rest on fewer than 10 answers: the test over all groups is rough.",
        zh: "部分分组的回答不足 10 个：总体检验较为粗略。",
      },
      values: { groups: small.length },
    },
  ];
}
