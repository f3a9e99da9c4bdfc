/** Mean and standard deviation (divisor one less than the number) of two or more replicates. */
export function replicateMoments(values: readonly number[]): { mean: number; standardDeviation: number } {
  let mean = 0;
  let squares = 0;
  let count = 0;
  // Welford's updating, so that no sum overflows where the mean does not.
  for (const value of values) {
    count++;
    const distance = value - mean;
    mean += distance / count;
    squares += distance * (value - mean);
  }
  return { mean, standardDeviation: Math.sqrt(squares / (count - 1)) };
}
