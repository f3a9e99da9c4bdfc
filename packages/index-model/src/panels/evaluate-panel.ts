import { CxMetricsError, expectOneOf, expectRecord } from "@cxmetrics/definition";
import { expertAgreement } from "../weights/expert-agreement.js";
import { noRatings, withValues } from "../weights/reasons.js";
import { sharesOf } from "../weights/shares-of.js";
import type { ExpertAuthority } from "./expert-authority.js";
import { indicatorResult } from "./indicator-result.js";
import type { Panel, PanelOptions } from "./panel.js";
import type {
  PanelExpertResult,
  PanelIndicatorResult,
  PanelOutcome,
  PanelRoundResult,
} from "./panel-result.js";
import { noAuthority } from "./problems.js";
import { type ReadExpert, readPanel } from "./read-panel.js";
import { type WeighedRound, weighRound } from "./weigh-round.js";

/**
 * Evaluates an expert panel round by round: who answered, how far to trust each expert, how far they agree, and the weights that follow.
 *
 * $$ \text{积极系数} = \frac{\text{returned}}{\text{invited}}, \quad C_r = \frac{C_a + C_s}{2}, \quad V_j = \frac{s_j}{M_j}, \quad K_j = \frac{m'_j}{m_j}, \quad W = \frac{12 \sum_j (R_j - \bar R)^2}{m^2(n^3-n) - m \sum T} $$
 *
 * V_j is the coefficient of variation (divisor n − 1), K_j the share of full scores. Experts give ratings, budgets or judgement matrices. The last round
 * counts; earlier rounds show how opinions moved. An expert whom a rule leaves out stays in the result, marked, with the consistency ratio.
 * Kendall's W takes the experts who judged every indicator.
 *
 * Source: 王春枝、斯琴，德尔菲法中的数据统计处理方法及其应用研究，内蒙古财经学院学报（综合版）2011 (4) 92–96; Kendall and Gibbons, Rank Correlation Methods, 5th ed.
 * (1990), chapter 6.
 *
 * @param panel indicators, kind of judgement, rounds
 * @param options `weigh`, `exclude`, `aggregation`, and those of `ahpWeights`
 * @returns the evaluation, or `not-computable`: `no-experts`, `no-ratings`, `all-zero`
 * @throws `CxMetricsError` `panel.duplicate-expert`, `panel.too-few-invited`, `panel.wrong-judgement`, `panel.no-authority`, and as the method of the judgement does
 * @example
 * ```ts
 * const result = evaluatePanel({
 *   indicators: ["speed", "trust"], judgement: "ratings", fullScore: 5,
 *   rounds: [{ invited: 4, experts: [{ id: "A", ratings: [5, 3] }, { id: "B", ratings: [4, 3] }, { id: "C", ratings: [3, 2] }] }],
 * });
 * result.status === "ok" && result.weights[0]; // => 0.6
 * result.status === "ok" && result.rounds[0]?.returnRate; // => 0.75
 * result.status === "ok" && result.rounds[0]?.indicators[0]?.answers.coefficientOfVariation; // => 0.25
 * ```
 */
export function evaluatePanel(panel: Panel, options?: PanelOptions): PanelOutcome {
  const allowed = ["weigh", "exclude", "aggregation", "method", "randomIndex", "threshold"];
  const given: PanelOptions = options === undefined ? {} : expectRecord(options, ["options"], [], allowed);
  const weigh = expectOneOf(given.weigh ?? "equal", ["options", "weigh"], ["equal", "authority"]);
  const read = readPanel(panel);
  // Only judgement matrices can contradict themselves; a rule without effect would mislead.
  if (read.judgement !== "matrix") expectOneOf(given.exclude ?? "none", ["options", "exclude"], ["none"]);
  const rounds: PanelRoundResult[] = [];
  const warnings: WeighedRound["warnings"][number][] = [];
  for (const [round, { invited, experts }] of read.rounds.entries()) {
    const importance = experts.map((expert, index) =>
      weigh === "equal" ? 1 : authorityOf(expert, ["panel", "rounds", round, "experts", index]),
    );
    const weighed = weighRound(read, experts, importance, given, round);
    if (weighed.status !== "ok") return weighed;
    const counting = weighed.answers.filter((_, index) => !weighed.excluded[index]);
    const told = experts.map((expert, index) => expertResult(expert, weighed, index));
    const indicators: PanelIndicatorResult[] = [];
    for (const [column, id] of read.indicators.entries()) {
      const before = rounds.at(-1)?.indicators[column];
      const result = indicatorResult(id, column, counting, told, weighed, read.fullScore, before);
      if (!result) return withValues(noRatings, { indicator: id, round: round + 1 });
      indicators.push(result);
    }
    if (round === read.rounds.length - 1) warnings.push(...weighed.warnings);
    rounds.push({
      invited,
      returned: experts.length,
      returnRate: experts.length / invited,
      experts: told,
      indicators,
      agreement: expertAgreement(counting),
      authority: meanAuthority(told),
    });
  }
  const last = rounds.at(-1)?.indicators ?? [];
  return {
    status: "ok",
    judgement: read.judgement,
    indicators: read.indicators,
    weights: last.map(({ weight }) => weight),
    weightDeviations: last.map(({ weights }) => weights?.standardDeviation ?? null),
    rounds,
    warnings,
  };
}

function authorityOf({ id, authority }: ReadExpert, path: (string | number)[]): number {
  if (!authority || authority.coefficient === 0)
    throw new CxMetricsError(noAuthority, { path, values: { expert: id.slice(0, 40) } });
  return authority.coefficient;
}

function expertResult(
  { id, authority }: ReadExpert,
  weighed: WeighedRound,
  index: number,
): PanelExpertResult {
  const answer = weighed.answers[index] ?? [];
  const complete = answer.every((value) => value !== null) ? (answer as readonly number[]) : [];
  return {
    id,
    weights: sharesOf(complete) ?? null,
    consistencyRatio: weighed.ratios[index] ?? null,
    authority,
    excluded: weighed.excluded[index] ?? false,
    share: weighed.shares[index] ?? 0,
  };
}

function meanAuthority(experts: readonly PanelExpertResult[]): PanelRoundResult["authority"] {
  const stated = experts.flatMap(({ excluded, authority }) => (excluded || !authority ? [] : [authority]));
  if (stated.length === 0) return null;
  const mean = (part: keyof ExpertAuthority) =>
    stated.reduce((sum, authority) => sum + authority[part], 0) / stated.length;
  return {
    judgement: mean("judgement"),
    familiarity: mean("familiarity"),
    coefficient: mean("coefficient"),
    experts: stated.length,
  };
}
