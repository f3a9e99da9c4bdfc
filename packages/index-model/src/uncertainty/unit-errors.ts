import type { UncertainInput } from "./uncertainty-input.js";

/** The uncertain raw values of one unit with what is known of how they go together. */
export interface UnitErrors {
  readonly inputs: readonly UncertainInput[];
  /** Place of a column among the inputs. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Columns of the covariance matrix by place, its entries, and its factor; `null` entries are not known. */
  readonly block?: {
    readonly places: readonly number[];
    readonly matrix: readonly (readonly (number | null)[])[];
    readonly factor: readonly Float64Array[];
    readonly df: number;
  };
  /** Whether a pair must not be taken as independent. */
  readonly needsCovariance: (a: number, b: number) => boolean;
}

/** Variance $g^T S g$ of a linear form of the inputs; unknown variances count as 0, unknown covariances too. */
export function varianceOf(gradient: Float64Array, { inputs, block }: UnitErrors): number {
  let sum = 0;
  inputs.forEach(({ variance }, i) => {
    sum += (gradient[i] ?? 0) ** 2 * (variance ?? 0);
  });
  block?.places.forEach((a, row) => {
    block.places.forEach((b, column) => {
      if (column < row)
        sum += 2 * (gradient[a] ?? 0) * (gradient[b] ?? 0) * (block.matrix[row]?.[column] ?? 0);
    });
  });
  // A difference of equal terms may end a rounding below 0.
  return Math.max(0, sum);
}

/** Part of each input in the variance: $g_i \sum_j S_{ij} g_j$, so that a covariance counts half for either. They sum to it. */
export function partsOfVariance(gradient: Float64Array, { inputs, block }: UnitErrors): Float64Array {
  const parts = Float64Array.from(inputs, ({ variance }, i) => (gradient[i] ?? 0) ** 2 * (variance ?? 0));
  block?.places.forEach((a, row) => {
    block.places.forEach((b, column) => {
      if (row !== column)
        parts[a] =
          (parts[a] ?? 0) + (gradient[a] ?? 0) * (gradient[b] ?? 0) * (block.matrix[row]?.[column] ?? 0);
    });
  });
  return parts;
}

/** First pair among some inputs whose covariance is needed and not known. */
export function missingPair(
  used: readonly number[],
  { inputs, block, needsCovariance }: UnitErrors,
): readonly [string, string] | undefined {
  for (const [at, a] of used.entries())
    for (const b of used.slice(0, at)) {
      if (!needsCovariance(a, b)) continue;
      const row = block?.places.indexOf(a) ?? -1;
      const column = block?.places.indexOf(b) ?? -1;
      if (row >= 0 && column >= 0 && typeof block?.matrix[row]?.[column] === "number") continue;
      return [inputs[b]?.column ?? "", inputs[a]?.column ?? ""];
    }
  return undefined;
}
