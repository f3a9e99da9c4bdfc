import { representable } from "../expect/representable.js";

/** Covariance matrix (divisor n − 1) of k columns of n ≥ 2 values; a column of equal values has covariances of exactly 0. */
export function covariances(
  n: number,
  column: (index: number) => readonly number[],
  k: number,
): readonly (readonly number[])[] {
  const deviations = Array.from({ length: k }, (_, index) => {
    const values = column(index);
    const origin = values[0] ?? 0;
    // Deviations from one value first: they are exact where values are close together.
    const shifted = values.map((value) => representable(value - origin, "difference of answers"));
    const mean = shifted.reduce((sum, value) => sum + value / n, 0);
    return shifted.map((value) => value - mean);
  });
  return deviations.map((one) =>
    deviations.map((other) => {
      let sum = 0;
      for (let row = 0; row < n; row++) sum += (one[row] ?? 0) * (other[row] ?? 0);
      return representable(sum / (n - 1), "covariance");
    }),
  );
}
