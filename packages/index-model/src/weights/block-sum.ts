const block = 256;

/** Sum of terms of at least 0, in blocks: rounding grows with the number of blocks, not of terms. */
export function blockSum(count: number, term: (index: number) => number): number {
  let sum = 0;
  for (let start = 0; start < count; start += block) {
    const end = Math.min(count, start + block);
    let part = 0;
    for (let index = start; index < end; index += 1) part += term(index);
    sum += part;
  }
  return sum;
}
