/**
 * Linearised variance of a ratio Σy / Σn over clusters drawn with replacement, from the sum of (y − p·n)²: what an estimate from single
 * actors and one from their sums share. Source: Cochran, Sampling Techniques, 3rd ed. (1977), section 6.4.
 */
export function ratioVariance(residualSquares: number, clusters: number, trials: number): number {
  return ((clusters / (clusters - 1)) * (residualSquares / trials)) / trials;
}
