import type { NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { chiSquaredDistribution } from "../distributions/chi-squared.js";
import { representable } from "../expect/representable.js";
import { noVariation, tooFewGroups } from "../reasons.js";
import { type ValueWithVariance, valuesWithVariance } from "./value-with-variance.js";

/** Cochran's Q test of equal values in several groups. */
export interface HomogeneityTest {
  readonly status: "ok";
  /** Weighted sum of squared distances from the common mean. */
  readonly q: number;
  /** Groups less one. */
  readonly df: number;
  readonly p: number;
  /** Mean of the values weighted by the inverse of their variances. */
  readonly mean: number;
  /** Share of Q beyond what chance alone would give, 0…1 (I² of Higgins and Thompson). */
  readonly inconsistency: number;
}

/**
 * Whether k independent estimates (NPS of regions, means of channels) can be of one common value: Cochran's Q test.
 *
 * $$ Q = \sum_i \frac{(x_i - m)^2}{v_i} \sim \chi^2_{k-1}, \qquad m = \frac{\sum x_i/v_i}{\sum 1/v_i} $$
 *
 * A large-sample test: the variances are taken as known. With two groups Q is the square of the z of
 * `differenceByStandardErrors`. A small p says that some groups differ, `pairwiseComparisons` which. Source: Cochran,
 * Biometrics 10 (1954) 101–129; I²: Higgins and Thompson, Statistics in Medicine 21 (2002) 1539–1558.
 *
 * @param values at most 1000 groups
 * @returns the test, or `not-computable`: `too-few-groups`, `no-variation` (a group whose variance is 0: its weight would be
 * infinite)
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`,
 * `groups.too-many`, `result.not-representable`
 * @example
 * ```ts
 * const test = homogeneityTest([{ value: 31, variance: 4 }, { value: 38, variance: 5.76 }, { value: 29, variance: 9 }]);
 * test.status === "ok" && test.q; // => 7.107142857142865
 * test.status === "ok" && test.mean; // => 32.85714285714285
 * ```
 */
export function homogeneityTest(values: readonly ValueWithVariance[]): HomogeneityTest | NotComputable {
  const groups = valuesWithVariance(values);
  if (groups.length < 2) return tooFewGroups;
  const least = Math.min(...groups.map((group) => group.variance));
  if (least === 0) return noVariation;
  // Weights relative to the largest, so that inverse variances do not overflow.
  const weights = groups.map((group) => least / group.variance);
  const total = compensatedSum(weights);
  const mean = compensatedSum(groups.map(({ value }, index) => value * ((weights[index] ?? 0) / total)));
  const distances = groups.map(({ value, variance }) =>
    representable(((value - mean) / Math.sqrt(variance)) ** 2, "q"),
  );
  const q = compensatedSum(distances);
  const df = groups.length - 1;
  return {
    status: "ok",
    q,
    df,
    p: chiSquaredDistribution.survival(q, df),
    mean,
    inconsistency: q > df ? (q - df) / q : 0,
  };
}
