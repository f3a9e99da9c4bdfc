/**
 * The inverse of a block of (I − Q)⁻¹ by Gauss–Jordan elimination in place; `null` for a singular matrix. Such a block is the inverse of
 * a matrix like I − Q itself, so that the diagonal serves as pivot and nothing grows. Rows are overwritten.
 */
export function inverseMatrix(rows: readonly Float64Array[]): readonly Float64Array[] | null {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const line = rows[column] as Float64Array;
    const pivot = line[column] as number;
    if (!(Math.abs(pivot) > 1e-300)) return null;
    line[column] = 1;
    for (let place = 0; place < size; place++) line[place] = (line[place] as number) / pivot;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const other = rows[row] as Float64Array;
      const factor = other[column] as number;
      if (factor === 0) continue;
      other[column] = 0;
      for (let place = 0; place < size; place++)
        other[place] = (other[place] as number) - factor * (line[place] as number);
    }
  }
  return rows;
}
