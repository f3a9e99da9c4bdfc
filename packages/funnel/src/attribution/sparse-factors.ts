/** A matrix taken apart once, so that each system with it costs as much as its factors have members. */
export interface SparseFactors {
  /** Solves A x = b in place; b becomes x. */
  readonly solve: (vector: Float64Array) => void;
  /** Solves y A = b in place; b becomes y. */
  readonly solveTransposed: (vector: Float64Array) => void;
}

/** One step of the elimination: the state taken, its pivot, the rest of its row, and what was taken from other rows. */
interface Step {
  readonly state: number;
  readonly pivot: number;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly rows: Int32Array;
  readonly factors: Float64Array;
}

/**
 * Factors of I − Q for a chain whose every state leads out; `null` for a singular matrix. Rows are overwritten.
 *
 * Each row of I − Q outweighs the rest of itself on the diagonal, and so does each row that elimination leaves: any diagonal
 * order is stable. The state whose elimination touches the fewest members comes next (Markowitz, Management Science 3 (1957)
 * 255–269), because chains of real paths are sparse and filling them in is what costs. Where all states lead to all, the
 * work is a third of the cube of their number.
 */
export function sparseFactors(rows: readonly Float64Array[]): SparseFactors | null {
  const size = rows.length;
  const inRow = new Int32Array(size);
  const inColumn = new Int32Array(size);
  for (const [row, line] of rows.entries())
    for (let column = 0; column < size; column++) {
      if (column === row || line[column] === 0) continue;
      inRow[row] = (inRow[row] as number) + 1;
      inColumn[column] = (inColumn[column] as number) + 1;
    }
  const left = Uint8Array.from(rows, () => 1);
  const steps: Step[] = [];
  while (steps.length < size) {
    const step = takeOut(rows, cheapest(inRow, inColumn, left), left);
    if (step === null) return null;
    steps.push(step);
    eliminate(rows, step, inRow, inColumn);
  }
  return {
    solve: (vector) => solve(steps, vector),
    solveTransposed: (vector) => solveTransposed(steps, vector),
  };
}

function cheapest(inRow: Int32Array, inColumn: Int32Array, left: Uint8Array): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let state = 0; state < left.length; state++) {
    if (left[state] === 0) continue;
    const cost = (inRow[state] as number) * (inColumn[state] as number);
    if (cost >= least) continue;
    least = cost;
    best = state;
  }
  return best;
}

function takeOut(rows: readonly Float64Array[], state: number, left: Uint8Array): Step | null {
  const line = rows[state] as Float64Array;
  const pivot = line[state] as number;
  if (!(Math.abs(pivot) > 1e-300)) return null;
  left[state] = 0;
  const columns: number[] = [];
  const below: number[] = [];
  for (let other = 0; other < left.length; other++) {
    if (left[other] === 0) continue;
    if (line[other] !== 0) columns.push(other);
    if (rows[other]?.[state] !== 0) below.push(other);
  }
  return {
    state,
    pivot,
    columns: Int32Array.from(columns),
    values: Float64Array.from(columns, (column) => line[column] as number),
    rows: Int32Array.from(below),
    factors: Float64Array.from(below, (row) => (rows[row]?.[state] as number) / pivot),
  };
}

function eliminate(
  matrix: readonly Float64Array[],
  { columns, values, rows, factors }: Step,
  inRow: Int32Array,
  inColumn: Int32Array,
): void {
  for (let nth = 0; nth < columns.length; nth++) {
    const column = columns[nth] as number;
    inColumn[column] = (inColumn[column] as number) - 1;
  }
  for (let nth = 0; nth < rows.length; nth++) {
    const row = rows[nth] as number;
    const line = matrix[row] as Float64Array;
    const factor = factors[nth] as number;
    inRow[row] = (inRow[row] as number) - 1;
    for (let place = 0; place < columns.length; place++) {
      const column = columns[place] as number;
      const before = line[column] as number;
      line[column] = before - factor * (values[place] as number);
      if (before !== 0 || column === row) continue;
      inRow[row] = (inRow[row] as number) + 1;
      inColumn[column] = (inColumn[column] as number) + 1;
    }
  }
}

function solve(steps: readonly Step[], vector: Float64Array): void {
  for (const { state, rows, factors } of steps) {
    const value = vector[state] as number;
    if (value === 0) continue;
    for (let nth = 0; nth < rows.length; nth++) {
      const row = rows[nth] as number;
      vector[row] = (vector[row] as number) - (factors[nth] as number) * value;
    }
  }
  for (let nth = steps.length - 1; nth >= 0; nth--) {
    const { state, pivot, columns, values } = steps[nth] as Step;
    let value = vector[state] as number;
    for (let place = 0; place < columns.length; place++)
      value -= (values[place] as number) * (vector[columns[place] as number] as number);
    vector[state] = value / pivot;
  }
}

function solveTransposed(steps: readonly Step[], vector: Float64Array): void {
  for (const { state, pivot, columns, values } of steps) {
    const value = (vector[state] as number) / pivot;
    vector[state] = value;
    if (value === 0) continue;
    for (let place = 0; place < columns.length; place++) {
      const column = columns[place] as number;
      vector[column] = (vector[column] as number) - (values[place] as number) * value;
    }
  }
  for (let nth = steps.length - 1; nth >= 0; nth--) {
    const { state, rows, factors } = steps[nth] as Step;
    let value = vector[state] as number;
    for (let place = 0; place < rows.length; place++)
      value -= (factors[place] as number) * (vector[rows[place] as number] as number);
    vector[state] = value;
  }
}
