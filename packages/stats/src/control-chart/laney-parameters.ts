import type { NotComputable } from "@cxmetrics/definition";
import { representable } from "../expect/representable.js";
import { noVariation, singleObservation } from "../reasons.js";
import type { ChartOptions } from "./chart-options.js";
import type { Reading } from "./control-chart-kind.js";
import type { ControlChartParameters } from "./control-chart-result.js";
import { meanMovingRange } from "./mean-moving-range.js";

/** Adds to pooled parameters how much the standardised points of the baseline vary. */
export function laneyParameters(
  baseline: readonly Reading[],
  pooledParameters: ControlChartParameters | NotComputable,
  { screening, movingRangeDivisor }: ChartOptions,
): ControlChartParameters | NotComputable {
  if ("status" in pooledParameters) return pooledParameters;
  if (baseline.length < 2) return singleObservation;
  const { centre, standardDeviation } = pooledParameters;
  const z = baseline.map(({ total, size }) =>
    representable(((total / size - centre) / standardDeviation) * Math.sqrt(size), "standardised point"),
  );
  const sigmaZ = representable(meanMovingRange(z, screening) / movingRangeDivisor, "sigmaZ");
  return sigmaZ > 0 ? { centre, standardDeviation, sigmaZ } : noVariation;
}
