import { averagedInverseCdf } from "./averaged-inverse-cdf.js";
import { interpolated } from "./interpolated.js";
import { inverseCdf } from "./inverse-cdf.js";
import type { WeightedQuantileRule } from "./weighted-quantile-rule.js";

/**
 * Every rule of `weightedQuantile`, with title, source, formula (LaTeX) and edge cases for a catalogue page.
 *
 * @example
 * ```ts
 * weightedQuantileRules.map((rule) => rule.id); // => ["inverse-cdf", "averaged-inverse-cdf", "interpolated"]
 * ```
 */
export const weightedQuantileRules: readonly WeightedQuantileRule[] = [
  inverseCdf,
  averagedInverseCdf,
  interpolated,
];
