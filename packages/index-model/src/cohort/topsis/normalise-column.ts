/** How columns are brought to one scale: `vector` divides by the root of the sum of squares, `maximum` by the largest size, `min-max` maps the fitted range to 0…1, `none` keeps them. */
export type CohortNormalisation = "vector" | "min-max" | "maximum" | "none";

/** Every normalisation. */
export const cohortNormalisations: readonly CohortNormalisation[] = ["vector", "min-max", "maximum", "none"];

/** A fitted affine map: value − offset, divided by divisor. */
export interface FittedScale {
  readonly offset: number;
  readonly divisor: number;
}

/** Fits the map to a column without gaps; `null` where it does not exist: no range, or nothing but zeros. */
export function fitScale(column: Float64Array, normalisation: CohortNormalisation): FittedScale | null {
  let least = column[0] ?? 0;
  let most = least;
  let size = 0;
  for (const value of column) {
    least = Math.min(least, value);
    most = Math.max(most, value);
    size = Math.max(size, Math.abs(value));
  }
  if (normalisation === "none") return { offset: 0, divisor: 1 };
  if (normalisation === "min-max") return most > least ? { offset: least, divisor: most - least } : null;
  if (size === 0) return null;
  if (normalisation === "maximum") return { offset: 0, divisor: size };
  let sum = 0;
  // Divided by the largest size first, so that squares neither overflow nor vanish.
  for (const value of column) sum += (value / size) ** 2;
  return { offset: 0, divisor: size * Math.sqrt(sum) };
}
