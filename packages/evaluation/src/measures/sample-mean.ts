import type { Interval, NotComputable } from "@cxmetrics/definition";
import { compensatedSum, meanInterval, sampleStandardDeviation } from "@cxmetrics/stats";

/** Mean of a simple random sample with Student's interval; at least one value. */
export function sampleMean(
  values: readonly number[],
  level: number,
): {
  readonly value: number;
  readonly standardError: number | null;
  readonly interval: Interval | NotComputable;
} {
  const n = values.length;
  const mean = compensatedSum(values) / n;
  const spread = sampleStandardDeviation(values);
  const standardDeviation = spread.status === "ok" ? spread.value : 0;
  return {
    value: mean,
    standardError: spread.status === "ok" ? standardDeviation / Math.sqrt(n) : null,
    interval: meanInterval({ mean, standardDeviation, n, level }),
  };
}
