const sqrtTwoPi = 2.5066282746310002;

/** Standard normal density, with z²/2 split so that far tails keep their relative accuracy (Cody 1969). */
export function normalDensity(z: number): number {
  const head = Math.trunc(z * 16) / 16;
  const rest = (z - head) * (z + head);
  return (Math.exp(-0.5 * head * head) * Math.exp(-0.5 * rest)) / sqrtTwoPi;
}

/**
 * Area between 0 and z under the standard normal density, divided by the density at z.
 *
 * $$ \sum_{k\ge 0} \frac{z^{2k+1}}{1\cdot 3\cdots(2k+1)} $$
 */
export function centralRatio(z: number): number {
  const square = z * z;
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= square / k;
    sum += term;
  }
  return sum;
}

/**
 * Mills ratio for z ≥ 0: upper tail of the standard normal distribution divided by its density.
 * Laplace's continued fraction 1/(z + 1/(z + 2/(z + 3/(z + …)))) (DLMF 7.9), evaluated after Lentz, from z = 2.2.
 */
export function millsRatio(z: number): number {
  if (z < 2.2) return 0.5 / normalDensity(z) - centralRatio(z);
  let f = z;
  let c = z;
  let d = 0;
  for (let k = 1; k < 500; k++) {
    d = 1 / (z + k * d);
    c = z + k / c;
    const factor = c * d;
    f *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return 1 / f;
}
