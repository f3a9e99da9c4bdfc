/** What the rank tests need of two samples. */
export interface RankPairs {
  /** Pairs in which b exceeds a, ties counted half. */
  readonly u: number;
  /** Σ(t³ − t) over groups of equal values in both samples together. */
  readonly tieSum: number;
}

/** Counts pairs by walking both sorted samples once. */
export function rankPairs(a: ArrayLike<number>, b: ArrayLike<number>): RankPairs {
  const sortedA = Float64Array.from(a).sort();
  const sortedB = Float64Array.from(b).sort();
  let [i, j, u, tieSum] = [0, 0, 0, 0];
  while (i < sortedA.length || j < sortedB.length) {
    const value = Math.min(sortedA[i] ?? Number.POSITIVE_INFINITY, sortedB[j] ?? Number.POSITIVE_INFINITY);
    const [fromA, fromB] = [i, j];
    while (sortedA[i] === value) i++;
    while (sortedB[j] === value) j++;
    const tied = i - fromA + (j - fromB);
    // Every b of this value exceeds the a's before it and ties with those of the same value.
    u += (j - fromB) * (fromA + (i - fromA) / 2);
    tieSum += tied ** 3 - tied;
  }
  return { u, tieSum };
}
