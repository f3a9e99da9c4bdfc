import type { NotComputable } from "@cxmetrics/definition";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { didNotConverge, factorNotIdentified } from "./reasons.js";

/** One factor fitted to a correlation matrix. */
export interface Factor {
  readonly loadings: readonly number[];
  readonly rootMeanSquareResidual: number;
}

const cycleLimit = 5000;
const smallest = 1e-6;

/**
 * Loadings λ that minimise the sum over i < j of (r_ij − λ_i λ_j)² with |λ_i| ≤ 1. Given the others, the best λ_i is
 * Σ r_ij λ_j / Σ λ_j²; the loadings are set so in turn, from the first principal component, until none moves by more than 1e-14.
 */
export function minresFactor(correlations: readonly (readonly number[])[]): Factor | NotComputable {
  const k = correlations.length;
  const loadings = firstComponent(correlations);
  let moved = Number.POSITIVE_INFINITY;
  for (let cycle = 0; cycle < cycleLimit && moved > 1e-14; cycle++) {
    moved = 0;
    for (const [item, row] of correlations.entries()) {
      let [product, square] = [0, 0];
      for (const [other, loading] of loadings.entries()) {
        if (other === item) continue;
        product += (row[other] ?? 0) * loading;
        square += loading ** 2;
      }
      const best = square > 0 ? Math.max(-1, Math.min(1, product / square)) : 0;
      moved = Math.max(moved, Math.abs(best - (loadings[item] ?? 0)));
      loadings[item] = best;
    }
  }
  if (moved > 1e-10) return didNotConverge;
  if (loadings.filter((loading) => Math.abs(loading) > smallest).length < 3) return factorNotIdentified;
  const sign = loadings.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1;
  let residual = 0;
  for (let i = 1; i < k; i++)
    for (let j = 0; j < i; j++)
      residual += ((correlations[i]?.[j] ?? 0) - (loadings[i] ?? 0) * (loadings[j] ?? 0)) ** 2;
  return {
    loadings: loadings.map((loading) => sign * loading + 0),
    rootMeanSquareResidual: Math.sqrt((2 * residual) / (k * (k - 1))),
  };
}

function firstComponent(correlations: readonly (readonly number[])[]): number[] {
  const matrix = new Matrix(correlations.map((row) => [...row]));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  const largest = Math.max(...realEigenvalues);
  const vector = eigenvectorMatrix.getColumn(realEigenvalues.indexOf(largest));
  return vector.map((part) => part * Math.sqrt(Math.max(0, largest)));
}
