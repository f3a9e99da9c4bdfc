import { representable } from "../expect/representable.js";
import type { Drawing, Reading } from "./control-chart-kind.js";
import type { ControlChartParameters } from "./control-chart-result.js";

/** How a kind charts sums over sizes. */
export interface ShewhartLines {
  /** The sum itself, or the sum divided by the size. */
  readonly charted: "total" | "ratio";
  readonly sigma: number;
  readonly min: number;
  /** Largest possible value at a size. */
  readonly max: (size: number) => number;
}

/** Points with limits at so many standard deviations from the centre. */
export function drawShewhart(
  readings: readonly (Reading | null)[],
  parameters: ControlChartParameters,
  { charted, sigma, min, max }: ShewhartLines,
): Drawing {
  const { centre: mean, standardDeviation: single, sigmaZ = 1 } = parameters;
  const onTotals = charted === "total";
  const points = readings.map((reading) => {
    if (!reading) return { value: null, lower: null, upper: null, standardDeviation: null };
    const { total, size } = reading;
    const centre = onTotals ? mean * size : mean;
    const spread = single * sigmaZ;
    const standardDeviation = representable(
      onTotals ? spread * Math.sqrt(size) : spread / Math.sqrt(size),
      "standardDeviation",
    );
    return {
      value: representable(onTotals ? total : total / size, "value"),
      lower: representable(Math.max(min, centre - sigma * standardDeviation), "lower"),
      upper: representable(Math.min(max(size), centre + sigma * standardDeviation), "upper"),
      standardDeviation,
    };
  });
  const size = readings.find((reading) => reading !== null)?.size ?? 1;
  return { centre: representable(onTotals ? mean * size : mean, "centre"), points, signals: null };
}
