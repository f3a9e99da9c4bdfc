import type { RelativeImportanceMethod } from "./importance-method.js";
import type { ImportanceProblem } from "./importance-problem.js";
import { rSquaredOfSubsets } from "./r-squared-of-subsets.js";

/** Share of the orders in which a predictor follows exactly a given subset of `before` others: s!(p−1−s)!/p!. */
function orderShares(size: number): Float64Array {
  const shares = new Float64Array(size);
  let share = 1 / size;
  for (let before = 0; before < size; before++) {
    shares[before] = share;
    share *= (before + 1) / (size - 1 - before);
  }
  return shares;
}

/** Every subset visited once; the cost doubles with each predictor. */
function overAllSubsets({ among, withOutcome, size }: ImportanceProblem): Float64Array {
  const rSquared = rSquaredOfSubsets(among, withOutcome, size);
  const shares = orderShares(size);
  const importances = new Float64Array(size);
  for (let subset = 0; subset < rSquared.length; subset++) {
    let before = 0;
    for (let rest = subset; rest !== 0; rest &= rest - 1) before++;
    const share = shares[before] as number;
    const without = rSquared[subset] as number;
    for (let predictor = 0; predictor < size; predictor++) {
      const bit = 1 << predictor;
      if ((subset & bit) !== 0) continue;
      importances[predictor] =
        (importances[predictor] as number) + share * ((rSquared[subset | bit] as number) - without);
    }
  }
  // No part is below 0 but by a rounding.
  return importances.map((importance) => Math.max(0, importance));
}

export const lmg: RelativeImportanceMethod = {
  id: "lmg",
  title: { en: "LMG (Shapley value of R²)", zh: "LMG（R² 的 Shapley 值）" },
  source:
    "Lindeman, Merenda & Gold (1980), Introduction to Bivariate and Multivariate Analysis, pp. 119 ff.; Grömping (2006), Journal of Statistical Software 17(1).",
  formula:
    "\\phi_j = \\sum_{S \\not\\ni j} \\frac{|S|!\\,(p-1-|S|)!}{p!}\\left(R^2_{S \\cup \\{j\\}} - R^2_S\\right)",
  edgeCases: {
    en: "Never negative. A predictor without any part in the regression still shares the R² of those it correlates with. Exact up to 20 predictors; sampled orders beyond.",
    zh: "恒非负。即使某预测变量的回归系数为 0，只要与其他变量相关，也会分得 R²。20 个及以内精确计算，更多时对排列抽样。",
  },
  split: overAllSubsets,
};
