/**
 * R² of the regression on every subset of predictors; bit j of the index says whether predictor j is in the subset.
 *
 * The subsets form a tree: predictor by predictor, in or out. Taking one in sweeps it out of what comes after it, which leaves
 * the unexplained variance of the outcome in the last corner. A level of the tree is as many times larger as its matrices
 * are smaller, so the whole costs a small multiple of 2^p, not of 2^p·p³.
 */
export function rSquaredOfSubsets(
  among: Float64Array,
  withOutcome: Float64Array,
  size: number,
): Float64Array {
  const result = new Float64Array(2 ** size);
  // At depth k: correlations of predictors k…p−1 and, last, the outcome, given what was taken in.
  const levels = Array.from({ length: size + 1 }, (_, depth) => new Float64Array((size - depth + 1) ** 2));
  const root = levels[0] as Float64Array;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++)
      root[row * (size + 1) + column] = among[row * size + column] as number;
    root[row * (size + 1) + size] = withOutcome[row] as number;
    root[size * (size + 1) + row] = withOutcome[row] as number;
  }
  root[size * (size + 1) + size] = 1;

  const visit = (depth: number, subset: number): void => {
    if (depth === size) return;
    const side = size - depth + 1;
    const here = levels[depth] as Float64Array;
    const next = levels[depth + 1] as Float64Array;
    for (let row = 1; row < side; row++)
      for (let column = 1; column < side; column++)
        next[(row - 1) * (side - 1) + column - 1] = here[row * side + column] as number;
    visit(depth + 1, subset);
    const pivot = here[0] as number;
    for (let row = 1; row < side; row++) {
      const ratio = (here[row * side] as number) / pivot;
      for (let column = 1; column < side; column++)
        next[(row - 1) * (side - 1) + column - 1] =
          (here[row * side + column] as number) - ratio * (here[column] as number);
    }
    const taken = subset | (1 << depth);
    result[taken] = 1 - Math.max(0, next[next.length - 1] as number);
    visit(depth + 1, taken);
  };
  visit(0, 0);
  return result;
}
