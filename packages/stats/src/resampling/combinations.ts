/** Number of ways to choose k of n, or Infinity beyond the limit. */
export function combinationCount(n: number, k: number, limit: number): number {
  let count = 1;
  for (let chosen = 1; chosen <= Math.min(k, n - k); chosen++) {
    count = (count * (n - chosen + 1)) / chosen;
    if (count > limit * 2) return Number.POSITIVE_INFINITY;
  }
  const whole = Math.round(count);
  return whole > limit ? Number.POSITIVE_INFINITY : whole;
}

/** Calls `visit` with every choice of k of the numbers 0…n − 1, in lexicographic order. The list is used again. */
export function eachCombination(n: number, k: number, visit: (chosen: readonly number[]) => void): void {
  const chosen = Array.from({ length: k }, (_, position) => position);
  for (;;) {
    visit(chosen);
    let position = k - 1;
    while (position >= 0 && chosen[position] === n - k + position) position--;
    if (position < 0) return;
    const next = (chosen[position] ?? 0) + 1;
    for (let later = position; later < k; later++) chosen[later] = next + later - position;
  }
}
