/** ln n! of small numbers, by multiplication. */
const small = /* @__PURE__ */ tabulate(32);

function tabulate(length: number): readonly number[] {
  const products = [1];
  for (let n = 1; n < length; n++) products.push((products[n - 1] ?? 1) * n);
  return products.map(Math.log);
}

/**
 * Natural logarithm of n! for a whole n ≥ 0, by Stirling's series.
 *
 * $$ \ln n! \approx n\ln n - n + \tfrac12\ln(2\pi n) + \frac{1}{12n} - \frac{1}{360n^3} + \frac{1}{1260n^5} - \frac{1}{1680n^7} $$
 */
export function logFactorial(n: number): number {
  const known = small[n];
  if (known !== undefined) return known;
  const square = n * n;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / n;
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series;
}
