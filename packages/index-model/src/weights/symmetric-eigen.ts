/** Eigenvalues of a symmetric matrix from the largest down, with their eigenvectors of length 1. */
export interface SymmetricEigen {
  readonly values: readonly number[];
  readonly vectors: readonly Float64Array[];
}

/** Cyclic Jacobi rotations: Golub and Van Loan, Matrix Computations, 4th ed. (2013), 8.5. */
export function symmetricEigen(matrix: readonly (readonly number[])[]): SymmetricEigen {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  // Rows of `vectors` are the eigenvectors.
  const vectors = a.map((_, index) => new Float64Array(n).map((_, j) => (j === index ? 1 : 0)));
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > 1e-32 * n * n; sweep += 1)
    for (let p = 0; p < n; p += 1) for (let q = p + 1; q < n; q += 1) rotate(a, vectors, p, q);
  const order = a.map((row, index) => ({ value: row[index] ?? 0, index }));
  order.sort((left, right) => right.value - left.value);
  return {
    values: order.map(({ value }) => value),
    vectors: order.map(({ index }) => vectors[index] ?? new Float64Array(n)),
  };
}

function offDiagonal(a: readonly Float64Array[]): number {
  let sum = 0;
  for (const [i, row] of a.entries()) for (let j = i + 1; j < row.length; j += 1) sum += (row[j] ?? 0) ** 2;
  return sum;
}

function rotate(a: readonly Float64Array[], vectors: readonly Float64Array[], p: number, q: number): void {
  const rowP = a[p];
  const rowQ = a[q];
  const apq = rowP?.[q] ?? 0;
  if (!rowP || !rowQ || apq === 0) return;
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * apq);
  // The smaller root keeps the angle within 45°, which makes the sweeps converge.
  const t = Number.isFinite(theta) ? (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1)) : 0;
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of a) mix(row, p, row, q, c, s);
  for (let j = 0; j < rowP.length; j += 1) mix(rowP, j, rowQ, j, c, s);
  rowP[q] = 0;
  rowQ[p] = 0;
  const vectorP = vectors[p];
  const vectorQ = vectors[q];
  if (vectorP && vectorQ) for (let j = 0; j < vectorP.length; j += 1) mix(vectorP, j, vectorQ, j, c, s);
}

function mix(left: Float64Array, i: number, right: Float64Array, j: number, c: number, s: number): void {
  const x = left[i] ?? 0;
  const y = right[j] ?? 0;
  left[i] = c * x - s * y;
  right[j] = s * x + c * y;
}
