import { meanOf } from "../calibration/mean-and-deviation.js";

/** The exponent of greatest likelihood. */
export interface BoxCoxExponent {
  readonly exponent: number;
  /** Whether the likelihood still rises at an end of −5…5. */
  readonly atBound: boolean;
}

const bound = 5;
const gridSteps = 100;

/**
 * The exponent at which the profile likelihood of positive, unequal values is greatest. With $z = \ln x - \overline{\ln x}$
 * and $u = (e^{\lambda z}-1)/\lambda$ it is the λ of least variance of u; at it the covariance of u and its slope is 0, and that
 * root is found by bisection in the best cell of a grid.
 */
export function boxCoxExponent(values: Float64Array): BoxCoxExponent {
  const logs = Array.from(values, Math.log);
  const mean = meanOf(logs);
  const z = logs.map((value) => value - mean);
  const grid = Array.from({ length: gridSteps + 1 }, (_, k) => -bound + (2 * bound * k) / gridSteps);
  const spreads = grid.map((lambda) => logVariance(terms(z, lambda).u));
  let best = 0;
  spreads.forEach((spread, k) => {
    if (spread < (spreads[best] ?? Number.POSITIVE_INFINITY)) best = k;
  });
  let low = grid[Math.max(best - 1, 0)] as number;
  let high = grid[Math.min(best + 1, gridSteps)] as number;
  const slope = (lambda: number) => {
    const { u, rate } = terms(z, lambda);
    // Only the sign counts.
    return covariance(reduced(u).values, reduced(rate).values);
  };
  if (best === 0 && slope(low) > 0) return { exponent: low, atBound: true };
  if (best === gridSteps && slope(high) < 0) return { exponent: high, atBound: true };
  for (let round = 0; round < 200 && high - low > 1e-15 * bound; round += 1) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) high = middle;
    else low = middle;
  }
  const exponent = (low + high) / 2;
  return { exponent: Math.abs(exponent) < 1e-6 ? 0 : exponent, atBound: false };
}

/** u and its derivative by λ; by their series where λz is small. */
function terms(z: readonly number[], lambda: number) {
  const u = z.map((value) => (lambda === 0 ? value : Math.expm1(lambda * value) / lambda));
  const rate = z.map((value, at) => {
    const t = lambda * value;
    if (Math.abs(t) < 1e-3)
      return value * value * (1 / 2 + t * (1 / 3 + t * (1 / 8 + t * (1 / 30 + t / 144))));
    return (value * Math.exp(t) - (u[at] as number)) / lambda;
  });
  return { u, rate };
}

/** Logarithm of the variance; infinite where a power overflows, so that such an exponent is never the best. */
function logVariance(list: readonly number[]): number {
  const { values, scale } = reduced(list);
  if (!Number.isFinite(scale)) return Number.POSITIVE_INFINITY;
  return Math.log(covariance(values, values)) + 2 * Math.log(scale);
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return meanOf(a.map((value, at) => (value - meanA) * ((b[at] as number) - meanB)));
}

/** A list divided by its largest size, so that squares do not overflow. */
function reduced(list: readonly number[]) {
  const scale = list.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { values: scale > 0 && Number.isFinite(scale) ? list.map((value) => value / scale) : list, scale };
}
