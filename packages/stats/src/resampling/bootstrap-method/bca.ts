import { quantileSorted } from "simple-statistics";
import { normalQuantile } from "../../special-functions/normal-quantile.js";
import { normalUpperTail } from "../../special-functions/normal-upper-tail.js";
import { estimateOutsideReplicates, noAcceleration } from "../reasons.js";
import type { BootstrapMethod } from "./bootstrap-method.js";

export const bca: BootstrapMethod = {
  id: "bca",
  title: { en: "Bias-corrected and accelerated bootstrap (BCa)", zh: "偏差校正加速自助法（BCa）" },
  source:
    "Efron, B. (1987). Better bootstrap confidence intervals. Journal of the American Statistical Association 82, 171–185.",
  formula:
    "\\alpha_j = \\Phi\\!\\left(z_0 + \\frac{z_0 + z_j}{1 - a(z_0 + z_j)}\\right), \\quad z_0 = \\Phi^{-1}\\!\\left(\\frac{\\#\\{\\hat\\theta^* < \\hat\\theta\\} + \\tfrac12\\#\\{\\hat\\theta^* = \\hat\\theta\\}}{B}\\right), \\quad a = \\frac{\\sum_i (\\bar\\theta_{(\\cdot)} - \\hat\\theta_{(i)})^3}{6\\left(\\sum_i (\\bar\\theta_{(\\cdot)} - \\hat\\theta_{(i)})^2\\right)^{3/2}}",
  edgeCases: {
    en: "Replicates equal to the estimate count half. The acceleration is 0 where no observation moves the statistic. Without limits where all replicates lie on one side of the estimate. Percentiles are of type 7.",
    zh: "与估计值相等的重抽样值按一半计。若去掉任一观测值都不改变统计量，则加速系数为 0。所有重抽样值都位于估计值同一侧时无法给出区间。百分位数按第 7 型计算。",
  },
  usesJackknife: true,
  limits({ estimate, sorted, jackknife }, level) {
    let below = 0;
    for (const replicate of sorted) below += replicate < estimate ? 1 : replicate === estimate ? 0.5 : 0;
    if (below === 0 || below === sorted.length) return estimateOutsideReplicates;
    const biasCorrection = normalQuantile(below / sorted.length) + 0;
    const acceleration = accelerationOf(jackknife());
    if (acceleration === null) return noAcceleration;
    const z = normalQuantile((1 - level) / 2);
    const shares: number[] = [];
    for (const side of [z, -z]) {
      const bend = 1 - acceleration * (biasCorrection + side);
      if (bend <= 0) return noAcceleration;
      shares.push(normalUpperTail(-(biasCorrection + (biasCorrection + side) / bend)));
    }
    const [first = 0, last = 1] = shares;
    const list = sorted as number[];
    return {
      lower: quantileSorted(list, first),
      upper: quantileSorted(list, last),
      biasCorrection,
      acceleration,
    };
  },
};

function accelerationOf(values: readonly (number | null)[]): number | null {
  let mean = 0;
  for (const value of values) {
    if (value === null) return null;
    mean += value / values.length;
  }
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(mean - (value ?? mean)));
  // No observation moves the statistic, but for rounding.
  if (largest <= 1e-14 * Math.abs(mean)) return 0;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    // Scaled, so that no cube overflows.
    const distance = (mean - (value ?? mean)) / largest;
    squares += distance ** 2;
    cubes += distance ** 3;
  }
  return cubes / (6 * squares ** 1.5) + 0;
}
