import { CxMetricsError, expectOneOf } from "@cxmetrics/definition";
import { columnOf, type Dispersion, dispersionOf } from "./dispersion.js";
import {
  type ExactFraction,
  fractionText,
  fractionToNumber,
  readFraction,
  sameFraction,
  sumOfFractions,
} from "./exact-fraction.js";
import { expectLength, expectMembers } from "./expect-members.js";
import { expectOptions } from "./expect-options.js";
import { type ExpertAgreement, expertAgreement } from "./expert-agreement.js";
import { tooMany, wrongBudget, zeroSum } from "./problems.js";
import { sharesOf } from "./shares-of.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Options of `budgetAllocationWeights`. */
export interface BudgetAllocationOptions {
  /** Points that each expert shares out; 100 by default. */
  readonly total?: number;
  /** `must-sum` (default) refuses a budget that does not sum exactly to the total; `rescale` divides by its sum. */
  readonly sum?: "must-sum" | "rescale";
}

/** Budget-allocation weights with the experts' dispersion. */
export interface BudgetAllocationWeights extends ComputedWeights {
  readonly method: "budget-allocation";
  readonly experts: number;
  /** For each indicator, over the experts' shares. */
  readonly dispersion: readonly Dispersion[];
  /** Kendall's W over the experts' orders of indicators. */
  readonly agreement: ExpertAgreement;
}

/**
 * Budget allocation (百分制分配): every expert shares out a fixed number of points; the weight is the mean share.
 *
 * $$ w_j = \frac{1}{E} \sum_e \frac{b_{ej}}{\sum_k b_{ek}} $$
 *
 * Sums are checked in exact decimal arithmetic, so 33.4 + 33.3 + 33.3 is 100.
 *
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), 6.3.
 *
 * @param budgets one row for each expert, one column for each indicator; numbers of at least 0
 * @param options `total`, `sum`
 * @returns weights that sum to 1, with standard deviation, coefficient of variation and range of the shares, and Kendall's W
 * @throws `CxMetricsError` `weights.not-a-list`, `weights.not-a-fraction`, `weights.length`, `weights.wrong-budget`, `weights.zero-sum`, `weights.too-many`
 * @example
 * ```ts
 * const { weights, dispersion } = budgetAllocationWeights([[50, 30, 20], [40, 40, 20], [60, 20, 20]]);
 * weights[1]; // => 0.3
 * dispersion[0]?.coefficientOfVariation; // => 0.2
 * ```
 */
export function budgetAllocationWeights(
  budgets: readonly (readonly number[])[],
  options?: BudgetAllocationOptions,
): BudgetAllocationWeights {
  const given = expectOptions(options, ["total", "sum"]);
  const rule = expectOneOf(given["sum"] ?? "must-sum", ["options", "sum"], ["must-sum", "rescale"]);
  const total = readFraction(given["total"] ?? 100, ["options", "total"]);
  const rows = expectMembers(budgets, ["budgets"], (row, path) => expectMembers(row, path, readFraction));
  const width = rows[0]?.length ?? 0;
  const found = rows.length * width;
  const most = 100_000;
  if (found > most) throw new CxMetricsError(tooMany, { path: ["budgets"], values: { found, most } });
  const shares = rows.map((row, expert) => {
    const path = ["budgets", expert];
    expectLength(row, width, path);
    return sharesOfBudget(row, rule === "must-sum" ? total : undefined, expert + 1, path);
  });
  const dispersion = Array.from({ length: width }, (_, index) => dispersionOf(columnOf(shares, index)));
  const means = dispersion.map(({ mean }) => mean);
  return {
    status: "ok",
    method: "budget-allocation",
    weights: sharesOf(means) ?? means,
    experts: rows.length,
    dispersion,
    agreement: expertAgreement(shares),
    warnings: [],
  };
}

function sharesOfBudget(
  row: readonly ExactFraction[],
  due: ExactFraction | undefined,
  expert: number,
  path: (string | number)[],
): number[] {
  const sum = sumOfFractions(row);
  if (sum.numerator === 0n) throw new CxMetricsError(zeroSum, { path });
  if (due && !sameFraction(sum, due))
    throw new CxMetricsError(wrongBudget, {
      path,
      values: { expert, found: fractionToNumber(sum), expected: fractionText(due).slice(0, 40) },
    });
  return sharesOf(row.map(fractionToNumber)) ?? [];
}

/** Registry entry of `budgetAllocationWeights`. */
export const budgetAllocationMethod: WeightMethod = {
  method: "budget-allocation",
  kind: "given",
  title: { en: "Budget allocation", zh: "百分制分配法" },
  formula: String.raw`w_j = \frac{1}{E}\sum_e \frac{b_{ej}}{\sum_k b_{ek}}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 6.3",
  edgeCases: {
    en: "A budget that misses the total is refused unless it is to be rescaled. One expert has no dispersion.",
    zh: "合计不等于总分的分配会被拒绝，除非声明按比例调整。只有一位专家时没有离散程度。",
  },
  example: {
    arguments: [
      [
        [50, 30, 20],
        [40, 40, 20],
        [60, 20, 20],
      ],
    ],
    weights: [0.5, 0.3, 0.2],
  },
  weigh: budgetAllocationWeights,
};
