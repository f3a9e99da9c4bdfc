/** Parameters of a Dirichlet law of the shares of lower, middle and upper answers. */
export interface DirichletShapes {
  readonly upper: number;
  readonly middle: number;
  readonly lower: number;
}

/** A gamma variable of the linear form whose sign is asked for: its shape and its coefficient. */
type Term = readonly [shape: number, coefficient: number];

/**
 * P(p_u − p_l > δ) under a Dirichlet law, by numerical inversion of a moment generating function; deterministic.
 *
 * Shares are gamma variables over their sum, so the event is that the linear form (1−δ)G_u − δG_m − (1+δ)G_l is positive:
 * $$ P = \frac{1}{2\pi i}\int_{c-i\infty}^{c+i\infty} \frac{e^{K(s)}}{s}\,ds, \qquad K(s) = -\sum_j \alpha_j\log(1-\lambda_j s) $$
 * The path runs through the minimum of K(s) − log s (Helstrom 1996), where the integrand does not oscillate, and the
 * trapezoidal rule on y = κ sinh v converges exponentially.
 */
export function dirichletTail({ upper, middle, lower }: DirichletShapes, delta: number): number {
  const mean = (upper - lower) / (upper + middle + lower);
  // The smaller tail is the one computed; the other is its complement.
  if (mean > delta)
    return (
      1 -
      smallTail(
        [
          [lower, 1 + delta],
          [middle, delta],
          [upper, delta - 1],
        ],
        1 + delta,
      )
    );
  return smallTail(
    [
      [upper, 1 - delta],
      [middle, -delta],
      [lower, -1 - delta],
    ],
    1 - delta,
  );
}

/** P(Σ λ_j G_j > 0), where the mean of the sum is not positive; `largest` is the largest coefficient. */
function smallTail(terms: readonly Term[], largest: number): number {
  if (largest <= 0) return 0;
  const path = saddle(terms, largest);
  let exponent = -Math.log(path);
  let curvature = 1 / (path * path);
  // Coefficients over 1 − λc: how fast each factor turns away from the path's real point.
  const turns = terms.map(([shape, coefficient]): Term => {
    const turn = coefficient / (1 - coefficient * path);
    exponent -= shape * Math.log1p(-coefficient * path);
    curvature += shape * turn * turn;
    return [shape, turn];
  });
  const width = 1 / Math.sqrt(curvature);
  const step = 0.05;
  let sum = 0.5;
  for (let k = 1; k < 4000; k++) {
    const y = width * Math.sinh(k * step);
    let logSize = 0;
    let angle = 0;
    for (const [shape, turn] of turns) {
      const t = turn * y;
      logSize -= (shape / 2) * Math.log1p(t * t);
      angle += shape * Math.atan(t);
    }
    const ratio = y / path;
    const size = (Math.exp(logSize) * Math.cosh(k * step)) / (1 + ratio * ratio);
    sum += size * (Math.cos(angle) + ratio * Math.sin(angle));
    if (size * (1 + ratio) < 1e-18 * sum) break;
  }
  return Math.min(1, Math.max(0, (Math.exp(exponent) * width * step * sum) / Math.PI));
}

/** Where K(s) − log s is least on 0 < s < 1/λ: its derivative rises from −∞ to +∞. */
function saddle(terms: readonly Term[], largest: number): number {
  let low = -80;
  let high = 34;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    const s = 1 / (largest * (1 + Math.exp(-middle)));
    let slope = -1 / s;
    for (const [shape, coefficient] of terms) slope += (shape * coefficient) / (1 - coefficient * s);
    if (slope > 0) high = middle;
    else low = middle;
  }
  return 1 / (largest * (1 + Math.exp(-low)));
}
