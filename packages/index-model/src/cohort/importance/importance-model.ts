/** What is called the importance of a column in a weighted mean: `squared-correlation` with the mean (the linear case of the correlation ratio), `correlation` (COINr), `covariance-share` w·cov(x, y)/var(y), which sums to 1 by itself. */
export type ImportanceMeasure = "squared-correlation" | "correlation" | "covariance-share";

/** Every measure. */
export const importanceMeasures: readonly ImportanceMeasure[] = [
  "squared-correlation",
  "correlation",
  "covariance-share",
];

/** Population covariances of the columns, divided by the largest variance so that their unit does not matter. */
export function covariances(columns: readonly Float64Array[]): number[][] {
  const n = columns[0]?.length ?? 1;
  const centred = columns.map((column) => {
    const size = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    let mean = 0;
    for (const value of column) mean += value / size / n;
    return { size, values: column.map((value) => value / size - mean) };
  });
  const largest = Math.max(...centred.map(({ size }) => size));
  return centred.map((a) =>
    centred.map((b) => {
      let sum = 0;
      for (const [row, value] of a.values.entries()) sum += value * (b.values[row] ?? 0);
      return (sum / n) * (a.size / largest) * (b.size / largest);
    }),
  );
}

/** Correlation of each column with the weighted mean. */
export function correlationsWith(
  covariance: readonly (readonly number[])[],
  weights: readonly number[],
): number[] {
  const along = covariance.map((row) => dot(row, weights));
  const variance = dot(along, weights);
  return along.map((part, column) =>
    variance > 0
      ? Math.max(-1, Math.min(1, part / Math.sqrt((covariance[column]?.[column] ?? 0) * variance)))
      : 0,
  );
}

/** Shares of importance under given weights, summing to 1; `null` where the importances do not sum to something positive. */
export function importanceShares(
  covariance: readonly (readonly number[])[],
  weights: readonly number[],
  measure: ImportanceMeasure,
): number[] | null {
  const along = covariance.map((row) => dot(row, weights));
  const parts = along.map((part, column) => {
    if (measure === "covariance-share") return part * (weights[column] ?? 0);
    const scaled = part / Math.sqrt(covariance[column]?.[column] ?? 1);
    return measure === "correlation" ? scaled : scaled * scaled;
  });
  const sum = parts.reduce((all, part) => all + part, 0);
  return sum > 1e-300 ? parts.map((part) => part / sum) : null;
}

/** Sum of products. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (const [place, value] of a.entries()) sum += value * (b[place] ?? 0);
  return sum;
}
