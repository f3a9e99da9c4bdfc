import { type QuantileType, quantile } from "@cxmetrics/stats";

/** Sample quantile of at least one value. */
export function quantileOf(values: ArrayLike<number>, share: number, type: QuantileType): number {
  const outcome = quantile(values, share, { type });
  return outcome.status === "ok" ? outcome.value : 0;
}
