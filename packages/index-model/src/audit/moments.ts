import { compensatedSum } from "@cxmetrics/stats";

/** Sample-corrected skewness G₁ and excess kurtosis G₂ (Joanes and Gill, The Statistician 47, 1998; as Excel's SKEW and KURT). */
export interface Moments {
  readonly skewness: number;
  readonly kurtosis: number;
}

/** Moments of four values or more that are not all the same; otherwise `null`. */
export function momentsOf(values: readonly number[]): Moments | null {
  const n = values.length;
  if (n < 4) return null;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return null;
  // Neither moment depends on the scale; small numbers keep fourth powers finite.
  const scaled = values.map((value) => value / largest);
  const mean = compensatedSum(scaled) / n;
  const centred = scaled.map((value) => value - mean);
  const power = (k: number) => compensatedSum(centred.map((value) => value ** k)) / n;
  const variance = power(2);
  if (!(variance > 1e-26)) return null;
  const skewness = (power(3) / variance ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
  const kurtosis = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (power(4) / variance ** 2 - 3) + 6);
  return Number.isFinite(skewness) && Number.isFinite(kurtosis) ? { skewness, kurtosis } : null;
}
