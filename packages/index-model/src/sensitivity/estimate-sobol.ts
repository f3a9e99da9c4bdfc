import type { NotComputable } from "@cxmetrics/definition";
import { quantile } from "@cxmetrics/stats";
import { constantOutput } from "./reasons.js";
import type { SobolIndex, SobolIndices } from "./sobol-indices.js";

/** Estimates by factor, three apiece, and the two of the dummy. */
interface Point {
  readonly mean: number;
  readonly variance: number;
  readonly shares: Float64Array;
}

/**
 * Sobol' indices from the results of a design: f(A), f(B), then f(A_B) factor by factor.
 *
 * @param draws rows of each bootstrap resample
 */
export function estimateSobol(
  names: readonly string[],
  runs: readonly Float64Array[],
  draws: readonly Int32Array[],
  level: number,
): SobolIndices | NotComputable {
  const all = Int32Array.from({ length: runs[0]?.length ?? 0 }, (_, row) => row);
  const point = estimate(runs, all);
  if (!point) return constantOutput;
  const again = draws.flatMap((rows) => estimate(runs, rows) ?? []);
  const index = (at: number): SobolIndex => {
    // Resamples without variance say nothing; where they are many, neither do the rest.
    const enough = draws.length > 0 && again.length > draws.length / 2;
    const values = enough ? again.map(({ shares }) => shares[at] ?? 0) : [];
    return { value: point.shares[at] ?? 0, interval: enough ? percentiles(values, level) : null };
  };
  const factors = names.map((name, j) => [
    name,
    { first: index(3 * j), firstJansen: index(3 * j + 1), total: index(3 * j + 2) },
  ]);
  const last = 3 * names.length;
  return {
    status: "ok",
    mean: point.mean,
    variance: point.variance,
    factors: Object.fromEntries(factors),
    dummy: { first: index(last), total: index(last + 1) },
  };
}

function percentiles(values: readonly number[], level: number) {
  const at = (p: number) => {
    const found = quantile(values, p);
    return found.status === "ok" ? found.value : 0;
  };
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
}

function estimate(runs: readonly Float64Array[], rows: Int32Array): Point | undefined {
  const [a, b, ...mixed] = runs as readonly [Float64Array, Float64Array, ...Float64Array[]];
  const n = rows.length;
  const origin = a[0] as number;
  let sum = 0;
  for (const row of rows) sum += (a[row] as number) - origin + ((b[row] as number) - origin);
  const mean = origin + sum / (2 * n);
  let squares = 0;
  let ofB = 0;
  let apart = 0;
  for (const row of rows) {
    const x = (a[row] as number) - mean;
    const y = (b[row] as number) - mean;
    squares += x * x + y * y;
    ofB += y * y;
    apart += (x - y) ** 2;
  }
  const variance = squares / (2 * n);
  // Differences in the last bits of equal results are no variance.
  if (!(variance > (1e-12 * Math.max(1e-100, Math.abs(mean))) ** 2) || !Number.isFinite(variance))
    return undefined;
  const shares = new Float64Array(3 * mixed.length + 2);
  mixed.forEach((ab, j) => {
    let saltelli = 0;
    let jansen = 0;
    let total = 0;
    for (const row of rows) {
      const x = a[row] as number;
      const y = b[row] as number;
      const z = ab[row] as number;
      saltelli += (y - mean) * (z - x);
      jansen += (y - z) ** 2;
      total += (x - z) ** 2;
    }
    shares[3 * j] = saltelli / n / variance;
    shares[3 * j + 1] = 1 - jansen / (2 * n * variance);
    shares[3 * j + 2] = total / (2 * n * variance);
  });
  const last = 3 * mixed.length;
  shares[last] = Math.abs(1 - apart / (2 * n * variance));
  shares[last + 1] = Math.abs(1 - ofB / n / variance);
  return { mean, variance, shares };
}
