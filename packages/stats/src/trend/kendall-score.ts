/** Kendall's S with what its variance under no trend needs. */
export interface KendallScore {
  /** Concordant pairs less discordant pairs. */
  readonly s: number;
  /** Pairs that differ in y (and in x). */
  readonly untied: number;
  /** Variance of S without trend, given the ties. */
  readonly variance: number;
}

/** Lengths of runs of equal neighbours in a sorted list. */
function tiesOf(sorted: readonly number[]): number[] {
  const ties: number[] = [];
  for (let start = 0, end = 1; end <= sorted.length; end++) {
    if (end < sorted.length && sorted[end] === sorted[start]) continue;
    ties.push(end - start);
    start = end;
  }
  return ties;
}

/** Pairs i < j with values[i] > values[j], by merging; n log n. Leaves the list sorted. */
function inversions(values: number[]): number {
  let count = 0;
  let from = values;
  let to = new Array<number>(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let low = 0; low < values.length; low += 2 * width) {
      const middle = Math.min(low + width, values.length);
      const high = Math.min(low + 2 * width, values.length);
      for (let left = low, right = middle, k = low; k < high; k++) {
        const takeLeft = right >= high || (left < middle && (from[left] ?? 0) <= (from[right] ?? 0));
        if (!takeLeft) count += middle - left;
        to[k] = from[takeLeft ? left++ : right++] ?? 0;
      }
    }
    [from, to] = [to, from];
  }
  from.forEach((value, index) => {
    values[index] = value;
  });
  return count;
}

const pairs = (ties: readonly number[]) => ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
const cubes = (ties: readonly number[]) => ties.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
const triples = (ties: readonly number[]) => ties.reduce((sum, t) => sum + t * (t - 1) * (t - 2), 0);

/**
 * S and its variance (Kendall, Rank Correlation Methods, 4th ed., 1975, section 4.4), ties in x and in y allowed. By Knight's method
 * (Journal of the American Statistical Association 61, 1966, 436–439), so that long series take no longer than a sort.
 */
export function kendallScore(x: readonly number[], y: readonly number[]): KendallScore {
  const n = x.length;
  const order = x
    .map((_, index) => index)
    .sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0));
  const sortedY = order.map((index) => y[index] ?? 0);
  const xTies = tiesOf(order.map((index) => x[index] ?? 0));
  let bothTied = 0;
  let start = 0;
  for (const length of xTies) {
    bothTied += pairs(tiesOf(sortedY.slice(start, start + length)));
    start += length;
  }
  // Within equal x the y rise, so only pairs that differ in x can be inverted.
  const discordant = inversions(sortedY);
  const yTies = tiesOf(sortedY);
  const all = (n * (n - 1)) / 2;
  const untied = all - pairs(xTies) - pairs(yTies) + bothTied;
  const plain = (n * (n - 1) * (2 * n + 5) - cubes(xTies) - cubes(yTies)) / 18;
  const second = n > 2 ? (triples(xTies) * triples(yTies)) / (9 * n * (n - 1) * (n - 2)) : 0;
  const first = n > 1 ? (4 * pairs(xTies) * pairs(yTies)) / (2 * n * (n - 1)) : 0;
  return { s: untied - 2 * discordant, untied, variance: plain + first + second };
}
