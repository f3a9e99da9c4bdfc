/** Lower triangle L with L·Lᵀ = the correlation matrix, row by row, and the columns that follow from those before them. */
export interface CholeskyFactor {
  readonly size: number;
  readonly lower: Float64Array;
  /** Columns whose variance is explained by earlier columns up to `leastRest`; L is of use only when there are none. */
  readonly dependent: readonly number[];
}

/** Share of a column's variance that earlier columns must leave unexplained; its inverse bounds the inflation of variance. */
const leastRest = 1e-10;

/** Factor of a correlation matrix given row by row. */
export function choleskyFactor(values: Float64Array, size: number): CholeskyFactor {
  const lower = new Float64Array(size * size);
  const dependent: number[] = [];
  for (let row = 0; row < size; row++) {
    let rest = values[row * size + row] as number;
    for (let column = 0; column < row; column++) {
      const pivot = lower[column * size + column] as number;
      // A dependent column explains nothing that the columns before it do not.
      if (pivot === 0) continue;
      let sum = values[row * size + column] as number;
      for (let k = 0; k < column; k++)
        sum -= (lower[row * size + k] as number) * (lower[column * size + k] as number);
      const entry = sum / pivot;
      lower[row * size + column] = entry;
      rest -= entry * entry;
    }
    if (rest > leastRest) lower[row * size + row] = Math.sqrt(rest);
    else dependent.push(row);
  }
  return { size, lower, dependent };
}

/** The x with L·x = y. */
export function solveLower({ lower, size }: CholeskyFactor, y: Float64Array): Float64Array {
  const x = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = y[row] as number;
    for (let k = 0; k < row; k++) sum -= (lower[row * size + k] as number) * (x[k] as number);
    x[row] = sum / (lower[row * size + row] as number);
  }
  return x;
}

/** The x with Lᵀ·x = y. */
export function solveUpper({ lower, size }: CholeskyFactor, y: Float64Array): Float64Array {
  const x = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let sum = y[row] as number;
    for (let k = row + 1; k < size; k++) sum -= (lower[k * size + row] as number) * (x[k] as number);
    x[row] = sum / (lower[row * size + row] as number);
  }
  return x;
}
