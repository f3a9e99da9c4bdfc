import type { SymmetricEigen } from "../weights/symmetric-eigen.js";

/** Least eigenvalue, as a share of the greatest, at which a correlation matrix is still told from a singular one. */
const singular = 1e-10;

/** Inverse of a correlation matrix from its eigenvalues; `undefined` where it is singular. */
export function inverseOf({ values, vectors }: SymmetricEigen): readonly (readonly number[])[] | undefined {
  const smallest = values.at(-1) ?? 0;
  if (smallest <= singular * (values[0] ?? 1)) return undefined;
  return values.map((_, i) =>
    values.map((_, j) =>
      values.reduce((sum, value, k) => sum + ((vectors[k]?.[i] ?? 0) * (vectors[k]?.[j] ?? 0)) / value, 0),
    ),
  );
}
