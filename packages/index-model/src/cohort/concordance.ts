/** Pairs of units by how two lists order them. */
export interface Concordance {
  /** Pairs ordered alike less pairs ordered against each other. */
  readonly net: number;
  /** Pairs that are not tied in the first list, and in the second. */
  readonly untiedFirst: number;
  readonly untiedSecond: number;
}

/**
 * Counts pairs in n log n steps: sorted by the first list, discordant pairs are the inversions of the second. Source: Knight,
 * JASA 61 (1966) 436.
 */
export function concordance(first: readonly number[], second: readonly number[]): Concordance {
  const n = first.length;
  const x = (unit: number) => first[unit] ?? 0;
  const y = (unit: number) => second[unit] ?? 0;
  const order = Array.from({ length: n }, (_, unit) => unit).sort((a, b) => x(a) - x(b) || y(a) - y(b));
  const all = (n * (n - 1)) / 2;
  const tiedFirst = tiedPairs(order, (a, b) => x(a) === x(b));
  const tiedBoth = tiedPairs(order, (a, b) => x(a) === x(b) && y(a) === y(b));
  const sorted = Float64Array.from(order, y);
  const inversions = countInversions(sorted);
  let tiedSecond = 0;
  for (let start = 0; start < n; ) {
    let end = start + 1;
    while (end < n && sorted[end] === sorted[start]) end += 1;
    tiedSecond += ((end - start) * (end - start - 1)) / 2;
    start = end;
  }
  return {
    net: all - tiedFirst - tiedSecond + tiedBoth - 2 * inversions,
    untiedFirst: all - tiedFirst,
    untiedSecond: all - tiedSecond,
  };
}

function tiedPairs(order: readonly number[], same: (a: number, b: number) => boolean): number {
  let pairs = 0;
  let run = 1;
  for (let place = 1; place <= order.length; place += 1)
    if (place < order.length && same(order[place] ?? 0, order[place - 1] ?? 0)) run += 1;
    else {
      pairs += (run * (run - 1)) / 2;
      run = 1;
    }
  return pairs;
}

/** Merge sort in place; returns how many pairs stood in falling order. */
function countInversions(values: Float64Array): number {
  const n = values.length;
  const buffer = new Float64Array(n);
  let inversions = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place += 1) {
        const takeLeft = left < middle && (right >= end || (values[left] ?? 0) <= (values[right] ?? 0));
        if (!takeLeft) inversions += middle - left;
        buffer[place] = (takeLeft ? values[left++] : values[right++]) ?? 0;
      }
    }
    values.set(buffer);
  }
  return inversions;
}
