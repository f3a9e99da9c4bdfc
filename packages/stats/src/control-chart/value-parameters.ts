import type { NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { representable } from "../expect/representable.js";
import { noVariation, singleObservation } from "../reasons.js";
import { sampleStandardDeviation } from "../sample-standard-deviation.js";
import type { ChartOptions } from "./chart-options.js";
import type { Reading } from "./control-chart-kind.js";
import type { ControlChartParameters } from "./control-chart-result.js";
import { meanMovingRange } from "./mean-moving-range.js";

/** Mean and standard deviation of single values, the latter from moving ranges or from squares. */
export function valueParameters(
  baseline: readonly Reading[],
  { dispersion, screening, movingRangeDivisor }: ChartOptions,
): ControlChartParameters | NotComputable {
  if (baseline.length < 2) return singleObservation;
  const values = baseline.map(({ total }) => total);
  const centre = representable(compensatedSum(values) / values.length, "centre");
  if (dispersion === "standard-deviation") {
    const spread = sampleStandardDeviation(values);
    if (spread.status !== "ok") return spread;
    return spread.value > 0 ? { centre, standardDeviation: spread.value } : noVariation;
  }
  const mean = meanMovingRange(values, screening);
  const standardDeviation = representable(mean / movingRangeDivisor, "standardDeviation");
  return standardDeviation > 0 ? { centre, standardDeviation, meanMovingRange: mean } : noVariation;
}
