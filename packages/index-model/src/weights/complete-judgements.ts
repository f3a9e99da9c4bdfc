import { type ReadJudgements, setPair } from "./judgement-matrix.js";
import { perronVector } from "./perron-vector.js";
import { solveLinear } from "./solve-linear.js";

/**
 * Fills missing judgements so that the largest eigenvalue λ is least. In logarithms the problem is convex and the answer unique (Bozóki, Fülöp and
 * Rónyai 2010). There the derivatives y_i a_ij x_j − y_j a_ji x_i vanish, so that the missing judgements are u_i / u_j with u = √(x / y), x and y the right
 * and left eigenvectors: n unknowns in place of one for each missing judgement.
 */
export function completeByEigenvalue(read: ReadJudgements): readonly Float64Array[] {
  const start = completeByLeastSquares(read);
  if (read.missing.length === 0) return start;
  const known = read.rows.map((row) => row.map((value) => (Number.isNaN(value) ? 0 : 1)));
  let state = stateAt(start, read.missing, leastSquaresLogs(read));
  for (let round = 0; round < 200 && state.size > 1e-14; round += 1) {
    const next = [newtonStep(state, known), state.steps]
      .map((direction) => descend(state, start, read.missing, direction))
      .find((found) => found !== undefined);
    if (!next) break;
    state = next;
  }
  return state.rows;
}

interface State {
  readonly rows: readonly Float64Array[];
  readonly logs: readonly number[];
  readonly value: number;
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** From each ln u to where the eigenvectors put it. */
  readonly steps: readonly number[];
  readonly size: number;
}

function stateAt(
  filled: readonly Float64Array[],
  missing: ReadJudgements["missing"],
  logs: readonly number[],
): State {
  const rows = filled.map((row) => row.slice());
  for (const [i, j] of missing) setPair(rows, i, j, Math.exp((logs[i] ?? 0) - (logs[j] ?? 0)));
  const transposed = rows.map((_, i) => Float64Array.from(rows, (row) => row[i] ?? 1));
  const { value, vector: right } = perronVector(rows);
  const { vector: left } = perronVector(transposed);
  const moves = logs.map((log, i) => (Math.log(right[i] ?? 1) - Math.log(left[i] ?? 1)) / 2 - log);
  // Only differences count: the mean, weighted by y_i x_i, is taken off.
  const mass = Array.from(right, (x, i) => x * (left[i] ?? 0));
  const total = mass.reduce((a, b) => a + b, 0);
  const mean = moves.reduce((sum, move, i) => sum + move * (mass[i] ?? 0), 0) / total;
  const steps = moves.map((move) => move - mean);
  const squares = steps.reduce((sum, step, i) => sum + step * step * (mass[i] ?? 0), 0);
  return { rows, logs, value, left, right, steps, size: Math.sqrt(squares / total) };
}

/**
 * The plain step is too short by what missing judgements let the eigenvectors give way: to first order it is M⁻¹L times the way to go, with L the
 * Laplacian of the known judgements, weighted by y_i a_ij x_j / λ made symmetric, and M the diagonal of y_i x_i.
 */
function newtonStep(
  { rows, left, right, value, steps }: State,
  known: readonly Float64Array[],
): readonly number[] {
  const flow = (i: number, j: number) => ((left[i] ?? 0) * (rows[i]?.[j] ?? 0) * (right[j] ?? 0)) / value;
  const free = rows.length - 1;
  const laplacian = Array.from({ length: free }, () => new Float64Array(free));
  const target = new Float64Array(free);
  for (let i = 0; i <= free; i += 1) {
    const row = laplacian[i - 1];
    if (!row) continue;
    target[i - 1] = (left[i] ?? 0) * (right[i] ?? 0) * (steps[i] ?? 0);
    for (let j = 0; j <= free; j += 1) {
      if (i === j || !known[i]?.[j]) continue;
      const weight = (flow(i, j) + flow(j, i)) / 2;
      row[i - 1] = (row[i - 1] ?? 0) + weight;
      if (j > 0) row[j - 1] = (row[j - 1] ?? 0) - weight;
    }
  }
  const solved = solveLinear(laplacian, target);
  return solved ? [0, ...solved] : steps;
}

/** Shortens a step until it leads down; `undefined` where it never does. */
function descend(
  state: State,
  filled: readonly Float64Array[],
  missing: ReadJudgements["missing"],
  direction: readonly number[],
): State | undefined {
  for (let step = 1; step > 0.01; step /= 2) {
    const next = stateAt(
      filled,
      missing,
      state.logs.map((log, i) => log + step * (direction[i] ?? 0)),
    );
    // Near the bottom λ no longer tells points apart; there the steps themselves must shrink.
    const level = next.value <= state.value * (1 + 1e-13);
    if (level && (next.size < state.size || next.value < state.value * (1 - 1e-13))) return next;
  }
  return undefined;
}

/** Fills missing judgements by w_i / w_j of the logarithmic least-squares weights over the judgements that exist. */
export function completeByLeastSquares(read: ReadJudgements): readonly Float64Array[] {
  if (read.missing.length === 0) return read.rows;
  const logs = leastSquaresLogs(read);
  const filled = read.rows.map((row) => row.slice());
  for (const [i, j] of read.missing) setPair(filled, i, j, Math.exp((logs[i] ?? 0) - (logs[j] ?? 0)));
  return filled;
}

/** Logarithms of the weights; the first is held at 0, which makes the normal equations regular for a connected graph. */
function leastSquaresLogs({ rows, size }: ReadJudgements): number[] {
  const free = size - 1;
  const laplacian = Array.from({ length: free }, () => new Float64Array(free));
  const right = new Float64Array(free);
  for (let i = 1; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const value = rows[i]?.[j] ?? Number.NaN;
      if (i === j || Number.isNaN(value)) continue;
      const row = laplacian[i - 1] as Float64Array;
      row[i - 1] = (row[i - 1] ?? 0) + 1;
      if (j > 0) row[j - 1] = (row[j - 1] ?? 0) - 1;
      right[i - 1] = (right[i - 1] ?? 0) + Math.log(value);
    }
  return [0, ...(solveLinear(laplacian, right) ?? right)];
}
