import { dot } from "./importance-model.js";
import { solvePositiveDefinite } from "./solve-positive-definite.js";

/**
 * Weights whose covariance shares meet positive targets: the minimum of ½ y'Cy − Σ t ln y, which is convex, by damped Newton
 * steps. A start for the other measures too. Source: Spinu, An algorithm for computing risk parity weights, SSRN 2297383, 2013.
 */
export function budgetWeights(
  covariance: readonly (readonly number[])[],
  target: readonly number[],
): readonly number[] {
  const aim = target.map((share) => Math.max(share, 1e-6));
  let point = covariance.map((row, column) => 1 / Math.sqrt((row[column] ?? 1) * covariance.length));
  for (let round = 0; round < 200; round += 1) {
    const gradient = covariance.map(
      (row, column) => dot(row, point) - (aim[column] ?? 0) / (point[column] ?? 1),
    );
    const hessian = covariance.map((row, a) =>
      row.map((value, b) => (a === b ? value + (aim[a] ?? 0) / (point[a] ?? 1) ** 2 : value)),
    );
    const step = solvePositiveDefinite(
      hessian,
      gradient.map((slope) => -slope),
    );
    if (step === null) break;
    const decrement = Math.sqrt(Math.max(0, -dot(gradient, step)));
    // Half-way to the nearest wall at most, so that the logarithms stay defined.
    let length = decrement > 0.1 ? 1 / (1 + decrement / Math.sqrt(Math.min(...aim))) : 1;
    for (const [column, change] of step.entries())
      if (change < 0) length = Math.min(length, (-0.5 * (point[column] ?? 0)) / change);
    point = point.map((value, column) => value + length * (step[column] ?? 0));
    if (decrement < 1e-14) break;
  }
  return point.every((value) => value > 0 && Number.isFinite(value)) ? point : target;
}
