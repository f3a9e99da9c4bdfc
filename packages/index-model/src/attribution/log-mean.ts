/**
 * Logarithmic mean of two positive numbers, $(a-b)/\ln(a/b)$, and a where they are equal. Written over `log1p`, so that neighbours lose no digit.
 */
export function logMean(a: number, b: number): number {
  if (a === b) return a;
  const [small, large] = a < b ? [a, b] : [b, a];
  const gap = (large - small) / small;
  const logarithm = gap < 1 ? Math.log1p(gap) : Math.log(large / small);
  return (large - small) / logarithm;
}
