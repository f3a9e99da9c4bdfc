/**
 * Solves a small symmetric positive definite system by Cholesky; `null` where it is not positive definite. Not the elimination of
 * `weights/solve-linear.ts`: there any regular system has an answer, here one that is not positive definite must have none, for its solution
 * would be no minimum.
 */
export function solvePositiveDefinite(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | null {
  const n = right.length;
  const factor = matrix.map(() => new Array<number>(n).fill(0));
  const at = (row: number, column: number) => factor[row]?.[column] ?? 0;
  for (let row = 0; row < n; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let value = matrix[row]?.[column] ?? 0;
      for (let k = 0; k < column; k += 1) value -= at(row, k) * at(column, k);
      if (row === column && !(value > 0)) return null;
      const own = factor[row];
      if (own) own[column] = row === column ? Math.sqrt(value) : value / at(column, column);
    }
  const solution = [...right];
  for (let row = 0; row < n; row += 1) {
    let value = solution[row] ?? 0;
    for (let k = 0; k < row; k += 1) value -= at(row, k) * (solution[k] ?? 0);
    solution[row] = value / at(row, row);
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    let value = solution[row] ?? 0;
    for (let k = row + 1; k < n; k += 1) value -= at(k, row) * (solution[k] ?? 0);
    solution[row] = value / at(row, row);
  }
  return solution;
}
