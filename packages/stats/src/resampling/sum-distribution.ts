/** More elementary steps than this would take longer than a reader waits. */
const workLimit = 5e8;

/**
 * How the sum of k of the given whole numbers is distributed when every choice of k has the same chance: probabilities by sum, from `lowest`
 * upwards in steps of `step`; null where it would take too long.
 *
 * Streitberg and Röhmel (1986), in shares in place of counts so that nothing overflows: after i numbers, the share of subsets of size j
 * with sum s is f(j, s)·(i − j)/i + f(j − 1, s − x)·j/i.
 */
export function sumDistribution(
  values: readonly number[],
  k: number,
): { readonly lowest: number; readonly step: number; readonly probabilities: Float64Array } | null {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const step = values.reduce((divisor, value) => greatestCommonDivisor(divisor, value - least), 0) || 1;
  const offsets = values.map((value) => (value - least) / step).sort((a, b) => a - b);
  const largest = offsets.slice(offsets.length - k).reduce((sum, offset) => sum + offset, 0);
  const width = largest + 1;
  if ((k + 1) * width * values.length > workLimit) return null;

  const shares = new Float64Array((k + 1) * width);
  shares[0] = 1;
  let reached = 0;
  for (const [index, offset] of offsets.entries()) {
    const seen = index + 1;
    reached = Math.min(largest, reached + offset);
    for (let size = Math.min(k, seen); size >= 0; size--) {
      const row = size * width;
      const joins = size / seen;
      for (let sum = reached; sum >= 0; sum--) {
        const before = size > 0 && sum >= offset ? (shares[row - width + sum - offset] ?? 0) : 0;
        shares[row + sum] = (shares[row + sum] ?? 0) * (1 - joins) + before * joins;
      }
    }
  }
  return { lowest: k * least, step, probabilities: shares.slice(k * width) };
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
