/**
 * log(1 + u) − u for u > −1 without cancellation near 0, where it is about −u²/2.
 *
 * With r = u/(2 + u), log(1 + u) = 2 artanh(r) and 2r − u = −ru, so that
 * $$ \log(1+u) - u = r\left(2r^2\sum_{k\ge 0}\frac{r^{2k}}{2k+3} - u\right). $$
 */
export function log1pMinus(u: number): number {
  if (u < -0.5 || u > 1) return Math.log1p(u) - u;
  const r = u / (2 + u);
  const square = r * r;
  let sum = 0;
  let power = 1;
  for (let k = 3; k < 200; k += 2) {
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
    power *= square;
  }
  return r * (2 * square * sum - u);
}
