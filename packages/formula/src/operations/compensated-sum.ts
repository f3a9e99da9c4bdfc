/**
 * $\sum w_i x_i$ of the first `count` members with the rounding error of every addition carried along (Ogita, Rump and
 * Oishi, SIAM J. Sci. Comput. 26, 2005, algorithm Sum2), so that the error does not grow with their number.
 */
export function compensatedDot(weights: Float64Array, values: Float64Array, count: number): number {
  let sum = 0;
  let error = 0;
  for (let i = 0; i < count; i += 1) {
    const term = (weights[i] as number) * (values[i] as number);
    const next = sum + term;
    const part = next - sum;
    error += sum - (next - part) + (term - part);
    sum = next;
  }
  return sum + error;
}

/** The sum of operand 0, 1, … of a row, each scaled by a power of two. */
export function compensatedRowSum(columns: readonly Float64Array[], row: number, scale: number): number {
  let sum = 0;
  let error = 0;
  for (let k = 0; k < columns.length; k += 1) {
    const term = ((columns[k] as Float64Array)[row] as number) * scale;
    const next = sum + term;
    const part = next - sum;
    error += sum - (next - part) + (term - part);
    sum = next;
  }
  return sum + error;
}
