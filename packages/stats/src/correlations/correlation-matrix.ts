/** Correlations of several columns, row by row in one list. */
export interface CorrelationMatrix {
  readonly size: number;
  readonly values: Float64Array;
  /** Columns that do not vary; their correlations mean nothing. */
  readonly constant: readonly number[];
}

/** Below this variance a column that had variance 1 before resampling counts as constant. */
const leastVariance = 1e-20;

/** Weighted correlations of columns that have mean 0 and variance 1, or had so before rows were drawn anew. */
export function correlationMatrix(
  columns: readonly Float64Array[],
  weights: Float64Array,
): CorrelationMatrix {
  const size = columns.length;
  let total = 0;
  for (const weight of weights) total += weight;
  const centred = columns.map((column) => {
    let sum = 0;
    for (let row = 0; row < column.length; row++) sum += (weights[row] as number) * (column[row] as number);
    const mean = sum / total;
    return column.map((value) => value - mean);
  });
  const values = new Float64Array(size * size);
  const weighted = new Float64Array(weights.length);
  for (let a = 0; a < size; a++) {
    const left = centred[a] as Float64Array;
    for (let row = 0; row < left.length; row++)
      weighted[row] = (weights[row] as number) * (left[row] as number);
    for (let b = a; b < size; b++) {
      const right = centred[b] as Float64Array;
      let sum = 0;
      for (let row = 0; row < right.length; row++) sum += (weighted[row] as number) * (right[row] as number);
      values[a * size + b] = sum / total;
    }
  }
  const variances = columns.map((_, index) => values[index * size + index] as number);
  for (let a = 0; a < size; a++) {
    for (let b = a; b < size; b++) {
      const both = Math.sqrt((variances[a] as number) * (variances[b] as number));
      const correlation =
        a === b ? 1 : Math.min(1, Math.max(-1, (values[a * size + b] as number) / (both || 1)));
      values[a * size + b] = correlation;
      values[b * size + a] = correlation;
    }
  }
  return { size, values, constant: variances.flatMap((v, index) => (v < leastVariance ? [index] : [])) };
}
