import { meanOf } from "./mean-and-deviation.js";

/** Sample-corrected shape of a distribution. */
export interface Shape {
  readonly skewness: number;
  /** Excess kurtosis: 0 for a normal population. */
  readonly kurtosis: number;
}

/**
 * Skewness $G_1 = g_1\sqrt{n(n-1)}/(n-2)$ and excess kurtosis $G_2 = (n-1)((n+1)g_2+6)/((n-2)(n-3))$, the forms of the usual
 * statistics programs (Joanes & Gill, The Statistician 47, 1998). `undefined` for fewer than four values or equal ones.
 */
export function skewnessAndKurtosis(values: ArrayLike<number>): Shape | undefined {
  const n = values.length;
  const list = Array.from(values);
  if (n < 4 || list.every((value) => value === list[0])) return undefined;
  const mean = meanOf(list);
  // Scaled by the largest deviation, so that fourth powers neither overflow nor vanish.
  const scale = list.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0);
  if (!(scale > 0 && Number.isFinite(scale))) return undefined;
  const moment = (power: number) => meanOf(list.map((value) => ((value - mean) / scale) ** power));
  const variance = moment(2);
  const g1 = moment(3) / variance ** 1.5;
  const g2 = moment(4) / variance ** 2 - 3;
  return {
    skewness: (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
  };
}
