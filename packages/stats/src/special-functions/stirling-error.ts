const halfLogTwoPi = 0.9189385332046727;

/**
 * Error of Stirling's formula, log Γ(n+1) − [(n + ½) log n − n + ½ log 2π], for n > 0, to about 1e-15 absolute.
 *
 * Loader, "Fast and accurate computation of binomial probabilities" (2000). Below 10 the recurrence
 * δ(n) = δ(n+1) + (n + ½) log((n+1)/n) − 1 lifts the argument to where the asymptotic series has full precision.
 */
export function stirlingError(n: number): number {
  let lifted = 0;
  let m = n;
  if (m < 1e-5) {
    // 1/m may overflow.
    lifted += (m + 0.5) * (Math.log1p(m) - Math.log(m)) - 1;
    m += 1;
  }
  for (; m < 10; m += 1) lifted += (m + 0.5) * Math.log1p(1 / m) - 1;
  return lifted + series(m);
}

function series(m: number): number {
  const s = 1 / (m * m);
  return (
    (1 / 12 -
      s *
        (1 / 360 -
          s *
            (1 / 1260 -
              s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156 - s * (3617 / 122400)))))))) /
    m
  );
}

/** log Γ(1 + x) for x > 0. Absolute accuracy near x = 0 and x = 1 only; see `logGamma1p` for relative accuracy. */
export function logFactorial(x: number): number {
  return (x + 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingError(x);
}
