import { log1pMinus } from "./log1p-minus.js";

/**
 * Half the Poisson deviance a·log(a/m) + m − a for a, m > 0: Loader's `bd0`, without cancellation where m is near a.
 *
 * @param logM log m, for an m that underflows
 */
export function deviance(a: number, m: number, logM?: number): number {
  if (m < 1e-280) return a * (Math.log(a) - (logM ?? Math.log(m))) + m - a;
  const u = (m - a) / a;
  if (u >= -0.5 && u <= 1) return -a * log1pMinus(u);
  return a * Math.log(a / m) + m - a;
}
