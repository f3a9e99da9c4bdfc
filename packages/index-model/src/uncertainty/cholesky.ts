/**
 * Lower factor L with $LL^T = S$ of a positive semi-definite matrix; a row that depends on those before it gets a pivot of 0.
 *
 * @returns the factor, or the place and size of the pivot that is negative beyond rounding
 */
export function cholesky(
  matrix: readonly (readonly number[])[],
): { readonly factor: readonly Float64Array[] } | { readonly row: number; readonly pivot: number } {
  const size = matrix.length;
  const factor: Float64Array[] = [];
  for (let row = 0; row < size; row++) {
    const line = new Float64Array(size);
    const given = matrix[row] ?? [];
    const diagonal = given[row] ?? 0;
    const slack = 1e-9 * Math.max(diagonal, Number.MIN_VALUE);
    for (let column = 0; column < row; column++) {
      const other = factor[column] as Float64Array;
      let left = given[column] ?? 0;
      for (let k = 0; k < column; k++) left -= (line[k] ?? 0) * (other[k] ?? 0);
      const pivot = other[column] ?? 0;
      if (pivot > 0) line[column] = left / pivot;
      else if (Math.abs(left) > Math.sqrt(slack * Math.max(matrix[column]?.[column] ?? 0, Number.MIN_VALUE)))
        return { row, pivot: -Math.abs(left) };
    }
    let pivot = diagonal;
    for (let k = 0; k < row; k++) pivot -= (line[k] ?? 0) ** 2;
    if (!(pivot >= -slack)) return { row, pivot };
    line[row] = pivot > slack ? Math.sqrt(pivot) : 0;
    factor.push(line);
  }
  return { factor };
}
