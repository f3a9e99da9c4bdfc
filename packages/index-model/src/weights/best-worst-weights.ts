import {
  CxMetricsError,
  expectNumber,
  expectRecord,
  type NotComputable,
  type ProblemPath,
} from "@cxmetrics/definition";
import { solve } from "yalps";
import { expectLength, expectMembers } from "./expect-members.js";
import { badComparison, tooMany } from "./problems.js";
import { unsolved } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Comparisons of the best–worst method; indicators are counted from 0. */
export interface BestWorstInput {
  /** The most important indicator. */
  readonly best: number;
  /** The least important one. */
  readonly worst: number;
  /** How many times as important the best is as each indicator, 1…9. */
  readonly bestToOthers: readonly number[];
  /** How many times as important each indicator is as the worst, 1…9. */
  readonly othersToWorst: readonly number[];
}

/** Best–worst weights with their consistency. */
export interface BestWorstWeights extends ComputedWeights {
  readonly method: "best-worst";
  /** ξ of the linear model: the largest deviation left over, 0 where the comparisons agree. */
  readonly deviation: number;
  /** Input-based consistency ratio: the largest |a_Bj a_jW − a_BW| ÷ (a_BW² − a_BW), 0…1. */
  readonly inputConsistencyRatio: number;
}

/**
 * Weights by the linear best–worst method: the best and the worst indicator are compared with all others, 2n − 3 judgements in place of n(n − 1)/2.
 *
 * $$ \min \xi \ \text{ with } \ |w_B - a_{Bj} w_j| \le \xi, \quad |w_j - a_{jW} w_W| \le \xi, \quad \sum_j w_j = 1, \quad w_j \ge 0 $$
 *
 * Source: Rezaei, Omega 53 (2015) 49–57, and Omega 64 (2016) 126–130 (linear model); Liang, Brunelli and Rezaei, Omega 96 (2020) 102175 (input-based ratio).
 *
 * @param comparisons `best`, `worst` and the two lists, which must agree on best against worst and hold 1 where an indicator meets itself
 * @returns weights that sum to 1, or `not-computable` `unsolved` should the linear program not be solved
 * @throws `CxMetricsError` `weights.bad-comparison`, `weights.not-a-list`, `weights.length`, `weights.too-many` (above 100), `document.wrong-type`
 * @example
 * ```ts
 * const result = bestWorstWeights({ best: 0, worst: 2, bestToOthers: [1, 2, 4], othersToWorst: [4, 2, 1] });
 * result.status === "ok" && result.weights[0]; // => 0.5714285714285714
 * ```
 */
export function bestWorstWeights(comparisons: BestWorstInput): BestWorstWeights | NotComputable {
  const { best, worst, toOthers, toWorst } = readComparisons(comparisons);
  const constraints: [string, { equal?: number; max?: number }][] = [["sum", { equal: 1 }]];
  const columns = toOthers.map((_, j): [string, Map<string, number>] => [`w${j}`, new Map([["sum", 1]])]);
  const deviation = new Map([["deviation", 1]]);
  const bound = (name: string, above: number, below: number, factor: number) => {
    if (above === below) return;
    for (const sign of [1, -1]) {
      const key = `${name}${sign}`;
      constraints.push([key, { max: 0 }]);
      columns[above]?.[1].set(key, sign);
      columns[below]?.[1].set(key, -sign * factor);
      deviation.set(key, -1);
    }
  };
  for (const [j, factor] of toOthers.entries()) bound(`best${j}`, best, j, factor);
  // Best against worst stands in both lists; once is enough.
  for (const [j, factor] of toWorst.entries()) if (j !== best) bound(`worst${j}`, j, worst, factor);
  const variables = [...columns, ["deviation", deviation] as [string, Map<string, number>]];
  const model = { direction: "minimize" as const, objective: "deviation", constraints, variables };
  const solution = solve(model, { checkCycles: true, precision: 1e-11 });
  const values = new Map(solution.variables);
  const weights = sharesOf(columns.map(([name]) => Math.max(0, values.get(name) ?? 0)));
  if (solution.status !== "optimal" || !weights) return unsolved;
  const far = toOthers[worst] ?? 1;
  const gaps = toOthers.map((factor, j) => Math.abs(factor * (toWorst[j] ?? 1) - far));
  return {
    status: "ok",
    method: "best-worst",
    weights,
    deviation: Math.max(0, solution.result),
    inputConsistencyRatio:
      far > 1
        ? Math.max(...gaps.map((gap, j) => (j === best || j === worst ? 0 : gap))) / (far * far - far)
        : 0,
    warnings: [],
  };
}

function readComparisons(comparisons: unknown) {
  const names = ["best", "worst", "bestToOthers", "othersToWorst"];
  const record = expectRecord(comparisons, ["comparisons"], names);
  const list = (key: string) =>
    expectMembers(
      record[key],
      ["comparisons", key],
      (value, path) => expectNumber(value, path, { least: 1, most: 1000 }),
      2,
    );
  const toOthers = list("bestToOthers");
  const toWorst = list("othersToWorst");
  const found = toOthers.length;
  if (found > 100) throw new CxMetricsError(tooMany, { path: ["comparisons"], values: { found, most: 100 } });
  expectLength(toWorst, found, ["comparisons", "othersToWorst"]);
  const place = (key: string) =>
    expectNumber(record[key], ["comparisons", key], { least: 0, most: found - 1, integer: true });
  const best = place("best");
  const worst = place("worst");
  const far = toOthers[worst] ?? 1;
  expectSame(toOthers[best], 1, "best", ["comparisons", "bestToOthers", best]);
  expectSame(toWorst[worst], 1, "worst", ["comparisons", "othersToWorst", worst]);
  expectSame(toWorst[best], far, "best : worst", ["comparisons", "othersToWorst", best]);
  if (best === worst) expectSame(worst, best === 0 ? 1 : 0, "worst", ["comparisons", "worst"]);
  return { best, worst, toOthers, toWorst };
}

function expectSame(found: number | undefined, expected: number, of: string, path: ProblemPath): void {
  if (found !== expected)
    throw new CxMetricsError(badComparison, { path, values: { of, expected, found: found ?? null } });
}

/** Registry entry of `bestWorstWeights`. */
export const bestWorstMethod: WeightMethod = {
  method: "best-worst",
  kind: "given",
  title: { en: "Best–worst method", zh: "最优最劣法" },
  formula: String.raw`\min \xi:\ |w_B - a_{Bj} w_j| \le \xi,\ |w_j - a_{jW} w_W| \le \xi`,
  source: "Rezaei, Omega 64 (2016) 126–130",
  edgeCases: {
    en: "The two lists must agree on best against worst. At least two indicators.",
    zh: "两组比较中“最优对最劣”的取值必须一致；至少两个指标。",
  },
  example: {
    arguments: [{ best: 0, worst: 1, bestToOthers: [1, 3], othersToWorst: [3, 1] }],
    weights: [0.75, 0.25],
  },
  weigh: bestWorstWeights,
};
