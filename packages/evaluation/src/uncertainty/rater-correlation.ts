import { compensatedSum } from "@cxmetrics/stats";
import type { RubricMeanMeasure } from "../measures/measure.js";
import { raterMeans } from "../measures/rater-means.js";
import type { Leaf } from "./leaf.js";

/** Means of each rater of a rubric, less the mean of raters. */
export async function raterDeviations({ measure, context }: Leaf): Promise<ReadonlyMap<string, number>> {
  const { byRater, means } = await raterMeans(measure as RubricMeanMeasure, context);
  const mean = compensatedSum(means) / means.length;
  return new Map([...byRater].map(([rater, value]) => [rater, value - mean]));
}

/** Correlation of two rubric means over the raters that gave both; the others add nothing to the covariance. */
export function raterCorrelation(
  first: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
): number {
  const squares = (values: ReadonlyMap<string, number>) =>
    compensatedSum([...values.values()].map((value) => value * value));
  const scale = Math.sqrt(squares(first)) * Math.sqrt(squares(second));
  if (!(scale > 0)) return 0;
  const sum = compensatedSum([...first].map(([rater, value]) => value * (second.get(rater) ?? 0)));
  return Math.min(1, Math.max(-1, sum / scale));
}
