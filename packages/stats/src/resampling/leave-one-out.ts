/** The statistic without each of n observations in turn. The list of indices is used again. */
export function leaveOneOut(
  n: number,
  statistic: (indices: Uint32Array) => number | null,
): readonly (number | null)[] {
  const values: (number | null)[] = [];
  const indices = new Uint32Array(n - 1);
  for (let left = 0; left < n; left++) {
    // Filled anew each time: the statistic may have reordered the list.
    for (let position = 0; position < n - 1; position++)
      indices[position] = position < left ? position : position + 1;
    values.push(statistic(indices));
  }
  return values;
}
