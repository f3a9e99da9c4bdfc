import type { ContrastPoint } from "./contrast.js";
import type { RatingTally } from "./rating-tally.js";

/** What the score and its precision rest on. */
export interface ContrastMoments {
  /** Answers in the base. */
  readonly n: number;
  /** Σw over the base. */
  readonly total: number;
  /** Σcw over the base; whole when there are no weights, so that a score divides only once. */
  readonly weightedSum: number;
  /** Weighted mean of the contrast. */
  readonly mean: number;
  /** Weighted variance of one answer. */
  readonly variance: number;
  /** Size of a simple random sample with the same precision. */
  readonly effectiveN: number;
  /** Whether Kish's effective n had to stand in. */
  readonly kish: boolean;
}

/** An effective n this close to n differs from it by rounding only. */
const rounding = 1e-12;

/**
 * Mean and variance of a contrast over a tally, and the effective sample size:
 *
 * $$ \bar y = \frac{\sum_k W_k c_k}{\sum_k W_k}, \qquad
 * V = \frac{\sum_k W_k (c_k - \bar y)^2}{\sum_k W_k}, \qquad
 * n_{\mathrm{eff}} = \frac{V (\sum_k W_k)^2}{\sum_k Q_k (c_k - \bar y)^2} $$
 *
 * with $W_k$ the sum of weights on point k and $Q_k$ the sum of squared weights: the effective n is what makes $V/n_{eff}$ the
 * linearised variance of the weighted mean. It is n without weights, and no common factor of the weights changes it. Where all
 * answers have one value it is undefined, and Kish's $(\sum w)^2/\sum w^2$ stands in.
 *
 * @returns `null` when the base has no answer, or no weight
 */
export function contrastMoments(
  tally: RatingTally,
  contrast: readonly ContrastPoint[],
): ContrastMoments | null {
  const cells = contrast.flatMap(({ value, inBase }, point) =>
    inBase
      ? [
          {
            value,
            count: tally.counts[point] ?? 0,
            weight: tally.weightSums[point] ?? 0,
            squares: tally.squaredWeightSums[point] ?? 0,
          },
        ]
      : [],
  );
  const sum = (term: (cell: (typeof cells)[number]) => number) =>
    cells.reduce((sofar, cell) => sofar + term(cell), 0);

  const n = sum((cell) => cell.count);
  const total = sum((cell) => cell.weight);
  if (!(total > 0)) return null;
  const found = cells.filter((cell) => cell.weight > 0).map((cell) => cell.value);
  const lowest = Math.min(...found);
  const highest = Math.max(...found);
  // Rounding must not carry a mean beyond the answers it averages.
  const within = (value: number, divisor: number) =>
    Math.min(highest * divisor, Math.max(lowest * divisor, value));
  const weightedSum = within(
    sum((cell) => cell.value * cell.weight),
    total,
  );
  const mean = within(weightedSum / total, 1);
  const variance = sum((cell) => (cell.weight / total) * (cell.value - mean) ** 2);
  const spread = sum((cell) => (cell.squares / total / total) * (cell.value - mean) ** 2);
  const raw = spread > 0 ? variance / spread : 1 / sum((cell) => cell.squares / total / total);
  const effectiveN = !tally.weighted || Math.abs(raw - n) <= rounding * n ? n : raw;
  return { n, total, weightedSum, mean, variance, effectiveN, kish: tally.weighted && spread === 0 };
}
