/**
 * Share of the variance of y between groups of neighbours on x: η², and ε² = 1 − (1 − η²)(n − 1)/(n − g).
 *
 * Values are sorted; the i-th of n goes to group ⌊i·g/n⌋ of its first equal, so that equal values are never apart.
 */
export function correlationRatio(
  x: readonly (number | null)[],
  y: readonly number[],
  groups: number,
): { correlationRatio: number | null; adjusted: number | null } {
  const pairs = x.flatMap((value, i) => (value === null ? [] : [{ value, y: y[i] ?? 0 }]));
  pairs.sort((a, b) => a.value - b.value);
  const n = pairs.length;
  const nothing = { correlationRatio: null, adjusted: null };
  if (n < 3) return nothing;
  const sums = new Map<number, { sum: number; count: number }>();
  const mean = pairs.reduce((sum, pair) => sum + pair.y / n, 0);
  let first = 0;
  let total = 0;
  pairs.forEach((pair, i) => {
    if (pair.value !== pairs[first]?.value) first = i;
    const group = Math.floor((first * groups) / n);
    const { sum, count } = sums.get(group) ?? { sum: 0, count: 0 };
    sums.set(group, { sum: sum + pair.y - mean, count: count + 1 });
    total += (pair.y - mean) ** 2;
  });
  if (sums.size < 2 || !(total > 0)) return nothing;
  const between = [...sums.values()].reduce((all, { sum, count }) => all + (sum * sum) / count, 0);
  const ratio = Math.min(1, between / total);
  const adjusted = n > sums.size ? 1 - ((1 - ratio) * (n - 1)) / (n - sums.size) : null;
  return { correlationRatio: ratio, adjusted };
}
