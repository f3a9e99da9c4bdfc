/** Loadings: one row for each indicator, one column for each factor. */
export type Loadings = readonly (readonly number[])[];

/**
 * Varimax rotation with Kaiser's normalisation, in planes, until no angle moves: Kaiser, Psychometrika 23 (1958) 187–200.
 */
export function varimax(loadings: Loadings): number[][] {
  const lengths = loadings.map((row) => Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1);
  const rows = loadings.map((row, index) => row.map((value) => value / (lengths[index] ?? 1)));
  const factors = rows[0]?.length ?? 0;
  let largest = Number.POSITIVE_INFINITY;
  for (let sweep = 0; sweep < 1000 && largest > 1e-13; sweep += 1) {
    largest = 0;
    for (let p = 0; p < factors; p += 1)
      for (let q = p + 1; q < factors; q += 1) {
        const angle = bestAngle(rows, p, q);
        turn(rows, p, q, angle);
        largest = Math.max(largest, Math.abs(angle));
      }
  }
  return rows.map((row, index) => row.map((value) => value * (lengths[index] ?? 1)));
}

/** The angle in the plane of two factors at which the variance of squared loadings is largest. */
function bestAngle(rows: readonly number[][], p: number, q: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (const row of rows) {
    const x = row[p] ?? 0;
    const y = row[q] ?? 0;
    const u = x * x - y * y;
    const v = 2 * x * y;
    a += u;
    b += v;
    c += u * u - v * v;
    d += 2 * u * v;
  }
  const n = rows.length;
  const above = d - (2 * a * b) / n;
  const below = c - (a * a - b * b) / n;
  // Where both are rounding, every angle is as good.
  return Math.hypot(above, below) < 1e-14 * n ? 0 : Math.atan2(above, below) / 4;
}

function turn(rows: readonly number[][], p: number, q: number, angle: number): void {
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  for (const row of rows) {
    const x = row[p] ?? 0;
    const y = row[q] ?? 0;
    row[p] = x * cosine + y * sine;
    row[q] = y * cosine - x * sine;
  }
}
