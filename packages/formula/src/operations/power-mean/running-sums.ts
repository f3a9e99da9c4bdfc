/**
 * Additions of whole columns, a pair or one at a time, with the rounding error of each carried along: the sums of neighbouring
 * rows do not wait for one another, which is much faster than row after row, and two columns a pass fetch and put back sums and
 * errors half as often. Every row goes through the very additions of `compensatedDot`.
 */
export interface RunningSums {
  readonly sum: Float64Array;
  readonly error: Float64Array;
}

/** Empty sums for blocks of so many rows. */
export function runningSums(blockLength: number): RunningSums {
  return { sum: new Float64Array(blockLength), error: new Float64Array(blockLength) };
}

/** Adds weighted columns in their order to sums that start at 0. */
export function addColumns(
  columns: readonly Float64Array[],
  weights: Float64Array,
  count: number,
  sums: RunningSums,
): void {
  const weightAt = (k: number) => weights[k] as number;
  const column = (k: number) => columns[k] as Float64Array;
  // The first addition, to 0, is exact and spared.
  if (columns.length === 1) startOne(column(0), weightAt(0), count, sums);
  else startPair(column(0), column(1), weightAt(0), weightAt(1), count, sums);
  let k = 2;
  for (; k + 1 < columns.length; k += 2)
    addPair(column(k), column(k + 1), weightAt(k), weightAt(k + 1), count, sums);
  if (k < columns.length) addOne(column(k), weightAt(k), count, sums);
}

function startOne(column: Float64Array, weight: number, count: number, { sum, error }: RunningSums): void {
  error.fill(0, 0, count);
  for (let row = 0; row < count; row += 1) sum[row] = weight * (column[row] as number);
}

function startPair(
  first: Float64Array,
  second: Float64Array,
  w1: number,
  w2: number,
  count: number,
  { sum, error }: RunningSums,
): void {
  for (let row = 0; row < count; row += 1) {
    const before = w1 * (first[row] as number);
    const term = w2 * (second[row] as number);
    const next = before + term;
    const part = next - before;
    error[row] = before - (next - part) + (term - part);
    sum[row] = next;
  }
}

function addPair(
  first: Float64Array,
  second: Float64Array,
  w1: number,
  w2: number,
  count: number,
  { sum, error }: RunningSums,
): void {
  for (let row = 0; row < count; row += 1) {
    const before = sum[row] as number;
    let term = w1 * (first[row] as number);
    const next = before + term;
    let part = next - before;
    const lost = (error[row] as number) + (before - (next - part) + (term - part));
    term = w2 * (second[row] as number);
    const last = next + term;
    part = last - next;
    error[row] = lost + (next - (last - part) + (term - part));
    sum[row] = last;
  }
}

/** Adds one weighted column. */
export function addOne(
  column: Float64Array,
  weight: number,
  count: number,
  { sum, error }: RunningSums,
): void {
  for (let row = 0; row < count; row += 1) {
    const before = sum[row] as number;
    const term = weight * (column[row] as number);
    const next = before + term;
    const part = next - before;
    error[row] = (error[row] as number) + (before - (next - part) + (term - part));
    sum[row] = next;
  }
}
