import { compensatedSum } from "@cxmetrics/stats";
import { safeScale } from "./safe-scale.js";

/** How far experts agree on one indicator. */
export interface Dispersion {
  /** Experts with a value. */
  readonly n: number;
  readonly mean: number;
  /** With divisor n − 1; `null` for a single expert. */
  readonly standardDeviation: number | null;
  /** Standard deviation ÷ mean (变异系数); `null` for a single expert or a mean of 0. */
  readonly coefficientOfVariation: number | null;
  readonly minimum: number;
  readonly maximum: number;
}

/** Dispersion of values of at least 0, not empty. */
export function dispersionOf(values: readonly number[]): Dispersion {
  const n = values.length;
  const largest = values.reduce((a, b) => Math.max(a, b));
  const scale = safeScale(largest);
  const scaled = values.map((value) => value * scale);
  const mean = compensatedSum(scaled) / n;
  const squares = compensatedSum(scaled.map((value) => (value - mean) ** 2));
  const deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : null;
  return {
    n,
    mean: mean / scale,
    standardDeviation: deviation === null ? null : deviation / scale,
    coefficientOfVariation: deviation === null || mean === 0 ? null : deviation / mean,
    minimum: values.reduce((a, b) => Math.min(a, b)),
    maximum: largest,
  };
}

/** One column of a list of rows. */
export function columnOf<T>(rows: readonly (readonly T[])[], index: number): T[] {
  return rows.map((row) => row[index] as T);
}
