/**
 * P(U ≤ u) of the Mann–Whitney statistic without ties.
 *
 * The largest value is a b with probability n/(m + n): the b then exceeds all m, and the law is that of m and n − 1 values
 * moved up by m.
 * $$ P_{m,n}(u) = \frac{n}{m+n}P_{m,n-1}(u-m) + \frac{m}{m+n}P_{m-1,n}(u) $$
 */
export function exactRankTail(m: number, n: number, u: number): number {
  // One row per number of a's, over the numbers of b's; only sums up to u matter.
  const most = Math.floor(u);
  let row: Float64Array[] = Array.from({ length: n + 1 }, () => pointAtZero(most));
  for (let i = 1; i <= m; i++) {
    const next: Float64Array[] = [pointAtZero(most)];
    for (let j = 1; j <= n; j++) {
      const withB = next[j - 1] ?? new Float64Array();
      const withA = row[j] ?? new Float64Array();
      const law = new Float64Array(most + 1);
      for (let k = 0; k <= most; k++) {
        law[k] = (j * (withB[k - i] ?? 0) + i * (withA[k] ?? 0)) / (i + j);
      }
      next.push(law);
    }
    row = next;
  }
  return (row[n] ?? new Float64Array()).reduce((sum, probability) => sum + probability, 0);
}

function pointAtZero(most: number): Float64Array {
  const law = new Float64Array(most + 1);
  law[0] = 1;
  return law;
}
