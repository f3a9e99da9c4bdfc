import { dot, type ImportanceMeasure, importanceShares } from "./importance-model.js";
import { solvePositiveDefinite } from "./solve-positive-definite.js";

/** Weights found from one start. */
export interface FittedWeights {
  readonly weights: readonly number[];
  readonly residual: number;
}

/**
 * Minimises the squared distance of the importance shares from their targets over weights ≥ 0 that sum to 1:
 * Levenberg–Marquardt on the columns that may move, with columns at 0 held there while that is downhill.
 */
export function fitWeights(
  covariance: readonly (readonly number[])[],
  target: readonly number[],
  measure: ImportanceMeasure,
  start: readonly number[],
): FittedWeights {
  const misfit = (weights: readonly number[]) => {
    const shares = importanceShares(covariance, weights, measure);
    return shares?.map((share, column) => share - (target[column] ?? 0)) ?? null;
  };
  const sizeOf = (gaps: readonly number[] | null) =>
    gaps === null ? Number.POSITIVE_INFINITY : dot(gaps, gaps);
  let weights = normal(start);
  let gaps = misfit(weights);
  let residual = sizeOf(gaps);
  let damping = 1e-3;
  for (let round = 0; round < 500 && gaps !== null && residual > 1e-30; round += 1) {
    const slopes = slopesOf(covariance, weights, measure);
    const gradient = weights.map((_, column) =>
      dot(
        slopes.map((row) => row[column] ?? 0),
        gaps ?? [],
      ),
    );
    const free = weights.flatMap((weight, column) =>
      weight > 0 || (gradient[column] ?? 0) < 0 ? [column] : [],
    );
    const hessian = free.map((a) =>
      free.map((b) => slopes.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), 0)),
    );
    let improved = false;
    for (let attempt = 0; attempt < 40 && !improved; attempt += 1) {
      const damped = hessian.map((row, a) => row.map((value, b) => (a === b ? value + damping : value)));
      const step = solvePositiveDefinite(
        damped,
        free.map((column) => -(gradient[column] ?? 0)),
      );
      damping *= 4;
      if (step === null) continue;
      const moved = [...weights];
      for (const [place, column] of free.entries())
        moved[column] = Math.max(0, (weights[column] ?? 0) + (step[place] ?? 0));
      const candidate = normal(moved);
      const found = misfit(candidate);
      if (sizeOf(found) >= residual) continue;
      improved = true;
      weights = candidate;
      gaps = found;
      residual = sizeOf(found);
      damping = Math.max(1e-14, damping / 40);
    }
    if (!improved) break;
  }
  return { weights, residual };
}

/** Derivatives of the shares with respect to the weights, by column of the weights. */
function slopesOf(
  covariance: readonly (readonly number[])[],
  weights: readonly number[],
  measure: ImportanceMeasure,
): number[][] {
  const along = covariance.map((row) => dot(row, weights));
  const scale = covariance.map((row, column) => Math.sqrt(row[column] ?? 1));
  const share = measure === "covariance-share";
  const parts = along.map((part, j) => {
    if (share) return part * (weights[j] ?? 0);
    const scaled = part / (scale[j] ?? 1);
    return measure === "correlation" ? scaled : scaled * scaled;
  });
  const sum = parts.reduce((all, part) => all + part, 0);
  const partSlopes = along.map((part, j) =>
    weights.map((_, k) => {
      const cov = covariance[j]?.[k] ?? 0;
      if (share) return cov * (weights[j] ?? 0) + (j === k ? part : 0);
      const slope = cov / (scale[j] ?? 1);
      return measure === "correlation" ? slope : (2 * slope * part) / (scale[j] ?? 1);
    }),
  );
  const sumSlopes = weights.map((_, k) => partSlopes.reduce((all, row) => all + (row[k] ?? 0), 0));
  return partSlopes.map((row, j) =>
    row.map((slope, k) => slope / sum - ((parts[j] ?? 0) * (sumSlopes[k] ?? 0)) / (sum * sum)),
  );
}

function normal(weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : weights.map(() => 1 / weights.length);
}
