import type { NotComputable } from "@cxmetrics/definition";
import { noVariation } from "../reasons.js";
import type { Reading } from "./control-chart-kind.js";
import type { ControlChartParameters } from "./control-chart-result.js";
import { pooled } from "./pooled.js";

/** Standard deviation of one answer that is 1 with the probability and otherwise 0. */
export function shareDeviation(share: number): number {
  return Math.sqrt(share * (1 - share));
}

/** Pooled share of the baseline; no or all cases show no variation, so that no limits follow. */
export function shareParameters(baseline: readonly Reading[]): ControlChartParameters | NotComputable {
  const { total, size } = pooled(baseline);
  const centre = total / size;
  const standardDeviation = shareDeviation(centre);
  return standardDeviation > 0 ? { centre, standardDeviation } : noVariation;
}

/** Pooled rate of the baseline; without events no limits follow. */
export function rateParameters(baseline: readonly Reading[]): ControlChartParameters | NotComputable {
  const { total, size } = pooled(baseline);
  const centre = total / size;
  return centre > 0 ? { centre, standardDeviation: Math.sqrt(centre) } : noVariation;
}
