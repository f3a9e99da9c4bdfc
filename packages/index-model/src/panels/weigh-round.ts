import type { NotComputable, Warning } from "@cxmetrics/definition";
import { budgetAllocationWeights } from "../weights/budget-allocation-weights.js";
import { columnOf } from "../weights/dispersion.js";
import { type ExpertRatings, readRatings } from "../weights/expert-ratings.js";
import { groupAhpWeights } from "../weights/group-ahp-weights.js";
import type { JudgementMatrix } from "../weights/judgement-matrix.js";
import { noRatings, nothingImportant, withValues } from "../weights/reasons.js";
import { sharesOf } from "../weights/shares-of.js";
import type { PanelOptions } from "./panel.js";
import type { ReadExpert, ReadPanel } from "./read-panel.js";

/** The answers of a round as numbers, and the weights that follow. */
export interface WeighedRound {
  readonly status: "ok";
  readonly weights: readonly number[];
  /** One row for each expert: ratings, shares of a budget, or weights from a matrix. */
  readonly answers: ExpertRatings;
  readonly ratios: readonly (number | null)[];
  readonly excluded: readonly boolean[];
  readonly shares: readonly number[];
  readonly warnings: readonly Warning[];
}

/** Weighs a round; `importance` says how much each expert counts. */
export function weighRound(
  panel: ReadPanel,
  experts: readonly ReadExpert[],
  importance: readonly number[],
  options: PanelOptions,
  round: number,
): WeighedRound | NotComputable {
  const path = ["panel", "rounds", round, "experts"];
  const shares = sharesOf(importance) ?? [];
  if (panel.judgement === "matrix") return weighMatrices(experts, importance, options);
  const given = experts.map(({ answer }) => answer);
  const answers =
    panel.judgement === "ratings"
      ? readRatings(given, path, panel.fullScore)
      : given.map((answer) => budgetShares(answer, panel.total));
  const means: number[] = [];
  for (let column = 0; column < panel.indicators.length; column += 1) {
    const mean = weightedMean(columnOf(answers, column), shares);
    if (mean === undefined)
      return withValues(noRatings, { indicator: panel.indicators[column] ?? "", round: round + 1 });
    means.push(mean);
  }
  const weights = sharesOf(means);
  if (!weights) return nothingImportant;
  const nobody = experts.map(() => false);
  return {
    status: "ok",
    weights,
    answers,
    ratios: experts.map(() => null),
    excluded: nobody,
    shares,
    warnings: [],
  };
}

function weighMatrices(
  experts: readonly ReadExpert[],
  importance: readonly number[],
  options: PanelOptions,
): WeighedRound | NotComputable {
  const { weigh: _, ...rest } = options;
  const group = groupAhpWeights(
    experts.map(({ id, answer }, index) => ({
      id,
      matrix: answer as JudgementMatrix,
      weight: importance[index] ?? 1,
    })),
    rest,
  );
  if (group.status !== "ok") return group;
  return {
    status: "ok",
    weights: group.weights,
    answers: group.experts.map(({ weights }) => weights),
    ratios: group.experts.map(({ consistencyRatio }) => consistencyRatio),
    excluded: group.experts.map(({ excluded }) => excluded),
    shares: group.experts.map(({ share }) => share),
    warnings: group.warnings,
  };
}

function budgetShares(answer: readonly unknown[], total: number): number[] {
  return [...budgetAllocationWeights([answer as readonly number[]], { total }).weights];
}

/** Mean over the experts who answered, by their shares; `undefined` where nobody who counts did. */
function weightedMean(column: readonly (number | null)[], shares: readonly number[]): number | undefined {
  let sum = 0;
  let counted = 0;
  for (const [index, value] of column.entries()) {
    const share = shares[index] ?? 0;
    if (value === null || share === 0) continue;
    sum += share * value;
    counted += share;
  }
  return counted > 0 ? sum / counted : undefined;
}
