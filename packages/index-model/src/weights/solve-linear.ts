/**
 * Solves a square linear system by elimination with row exchanges; `undefined` where it is singular. The input is kept. The systems of
 * judgements are regular but not symmetric and definite, so that Cholesky would not do.
 */
export function solveLinear(
  rows: readonly Float64Array[],
  right: ArrayLike<number>,
): Float64Array<ArrayBuffer> | undefined {
  const n = rows.length;
  const system = rows.map((row, index) => {
    const line = new Float64Array(n + 1);
    line.set(row);
    line[n] = right[index] ?? 0;
    return line;
  });
  for (let column = 0; column < n; column += 1) {
    const pivot = bringUpPivot(system, column);
    const size = pivot?.[column] ?? 0;
    if (!pivot || size === 0) return undefined;
    for (let row = column + 1; row < n; row += 1) {
      const line = system[row] as Float64Array;
      const factor = (line[column] as number) / size;
      if (factor === 0) continue;
      for (let j = column; j <= n; j += 1) line[j] = (line[j] as number) - factor * (pivot[j] as number);
    }
  }
  const solution = new Float64Array(n);
  for (let row = n - 1; row >= 0; row -= 1) {
    const line = system[row] as Float64Array;
    let sum = line[n] as number;
    for (let j = row + 1; j < n; j += 1) sum -= (line[j] as number) * (solution[j] as number);
    solution[row] = sum / (line[row] as number);
  }
  return solution;
}

/** Exchanges rows so that the largest entry of the column stands in front. */
function bringUpPivot(system: Float64Array<ArrayBuffer>[], column: number): Float64Array | undefined {
  let best = column;
  const size = (row: number) => Math.abs(system[row]?.[column] ?? 0);
  for (let row = column + 1; row < system.length; row += 1) if (size(row) > size(best)) best = row;
  const [front, found] = [system[column], system[best]];
  if (!front || !found) return undefined;
  system[column] = found;
  system[best] = front;
  return found;
}
