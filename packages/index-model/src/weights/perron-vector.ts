import { solveLinear } from "./solve-linear.js";

/** Largest eigenvalue of a positive matrix with its positive eigenvector, scaled to the largest entry 1. */
export interface PerronVector {
  readonly value: number;
  readonly vector: Float64Array;
}

/**
 * Noda's iteration (Numerische Mathematik 17 (1971) 382–386): inverse iteration with the upper Collatz bound as shift. It stays positive and
 * converges quadratically, also where power iteration would creep.
 */
export function perronVector(rows: readonly Float64Array[]): PerronVector {
  const scale = rows.map(geometricMean);
  // Brought near a matrix of ones, so that wide ranges of judgements cost no digits.
  const balanced = rows.map((row, i) => row.map((value, j) => (value * (scale[j] ?? 1)) / (scale[i] ?? 1)));
  let vector = new Float64Array(rows.length).fill(1);
  let best = bounds(balanced, vector);
  for (let step = 0; step < 100 && best.upper - best.lower > 1e-15 * best.upper; step += 1) {
    const shift = best.upper;
    const system = balanced.map((row, i) => row.map((value, j) => (i === j ? shift - value : -value)));
    const next = solveLinear(system, vector);
    if (!next?.every((value) => value > 0 && Number.isFinite(value))) break;
    const largest = next.reduce((a, b) => Math.max(a, b), 0);
    const scaled = next.map((value) => value / largest);
    const tighter = bounds(balanced, scaled);
    // Rounding stops the bounds from closing further.
    if (!(tighter.upper - tighter.lower < best.upper - best.lower)) break;
    vector = scaled;
    best = tighter;
  }
  const unscaled = vector.map((value, index) => value * (scale[index] ?? 1));
  const largest = unscaled.reduce((a, b) => Math.max(a, b), 0);
  return {
    value: best.lower + (best.upper - best.lower) / 2,
    vector: unscaled.map((value) => value / largest),
  };
}

/** Geometric mean of positive numbers. */
export function geometricMean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += Math.log(values[index] ?? 1);
  return Math.exp(sum / values.length);
}

function bounds(rows: readonly Float64Array[], vector: Float64Array) {
  let lower = Number.POSITIVE_INFINITY;
  let upper = 0;
  for (const [index, row] of rows.entries()) {
    const quotient = row.reduce((sum, value, j) => sum + value * (vector[j] ?? 0), 0) / (vector[index] ?? 1);
    lower = Math.min(lower, quotient);
    upper = Math.max(upper, quotient);
  }
  return { lower, upper };
}
